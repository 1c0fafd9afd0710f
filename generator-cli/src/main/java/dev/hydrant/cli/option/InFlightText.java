package dev.hydrant.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads a number of requests in flight. */
public final class InFlightText implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        return (int) WholeNumber.parse(text, "a number of requests in flight", 1, 1_000);
    }
}
