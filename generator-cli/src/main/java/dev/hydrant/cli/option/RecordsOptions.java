package dev.hydrant.cli.option;

import dev.hydrant.record.sensor.Fleet;
import picocli.CommandLine.Option;

/** What the records hold. */
public final class RecordsOptions {

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

    public Fleet fleet() {
        return fleet;
    }

    public long seed() {
        return seed;
    }
}
