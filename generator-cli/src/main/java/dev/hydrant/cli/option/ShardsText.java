package dev.hydrant.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads how many shards share the records of a deployment. */
public final class ShardsText implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        return (int) WholeNumber.parse(text, "a number of shards", 0, 100);
    }
}
