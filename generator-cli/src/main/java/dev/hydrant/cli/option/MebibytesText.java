package dev.hydrant.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads a buffering size in MiB. */
public final class MebibytesText implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        return (int) WholeNumber.parse(text, "a buffering size in MiB", 1, 128);
    }
}
