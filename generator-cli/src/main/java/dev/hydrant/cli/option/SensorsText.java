package dev.hydrant.cli.option;

import dev.hydrant.record.sensor.Fleet;
import picocli.CommandLine.ITypeConverter;

/** Reads the size of a fleet. */
public final class SensorsText implements ITypeConverter<Fleet> {

    @Override
    public Fleet convert(String text) {
        return new Fleet((int) WholeNumber.parse(text, "a number of sensors", 1, Fleet.MAX_SIZE));
    }
}
