package dev.hydrant.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads a number of records. */
public final class CountText implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        return WholeNumber.parse(text, "a number of records", 1, 1_000_000_000_000_000L);
    }
}
