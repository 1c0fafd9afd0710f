package dev.hydrant.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads a port. */
public final class PortText implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        return (int) WholeNumber.parse(text, "a port", 0, 65_535);
    }
}
