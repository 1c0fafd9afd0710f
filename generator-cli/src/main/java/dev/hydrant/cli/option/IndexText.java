package dev.hydrant.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads a record's index. */
public final class IndexText implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        return WholeNumber.parse(text, "a record's index", 0, Long.MAX_VALUE / 2);
    }
}
