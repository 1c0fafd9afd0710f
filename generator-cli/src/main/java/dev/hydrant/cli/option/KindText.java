package dev.hydrant.cli.option;

import dev.hydrant.run.RecordKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of records. */
public final class KindText implements ITypeConverter<RecordKind> {

    @Override
    public RecordKind convert(String text) {
        return RecordKind.of(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a kind of records: allowed " + RecordKind.allowed()));
    }
}
