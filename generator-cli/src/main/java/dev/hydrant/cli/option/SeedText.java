package dev.hydrant.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads a seed. */
public final class SeedText implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        return WholeNumber.parse(text, "a seed", Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
