package dev.hydrant.cli.option;

import dev.hydrant.record.RecordSource;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.record.sensor.SensorRecords;
import dev.hydrant.record.sensor.UniformReadings;
import picocli.CommandLine.Option;

/** Which sensor records are made. */
public final class SensorOptions {

    private static final String STREAM = "sensors";

    @Option(
            names = "--sensors",
            paramLabel = "N",
            defaultValue = "10",
            converter = SensorsText.class,
            description = "sensors in the fleet, 1 to 10000000 (default: ${DEFAULT-VALUE})")
    private Fleet fleet;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "42",
            converter = SeedText.class,
            description =
                    "any whole number of 64 bits: the same seed makes the same values (default: ${DEFAULT-VALUE})")
    private long seed;

    /** The records that the options ask for. */
    public RecordSource source() {
        return new SensorRecords(fleet, new UniformReadings(seed, STREAM));
    }

    public int sensors() {
        return fleet.size();
    }

    public long seed() {
        return seed;
    }
}
