package dev.hydrant.cli.option;

import java.time.Duration;
import picocli.CommandLine.Option;

/** When the local Firehose delivers what it has buffered. */
public final class BufferingOptions {

    @Option(
            names = "--buffering-size",
            paramLabel = "MIB",
            defaultValue = "5",
            converter = MebibytesText.class,
            description =
                    "local Firehose: deliver once this much is buffered, 1 to 128 MiB (default: ${DEFAULT-VALUE})")
    private int mebibytes;

    @Option(
            names = "--buffering-interval",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = IntervalText.class,
            description =
                    "local Firehose: or once the first record has waited this long, 0s to 900s (default: ${DEFAULT-VALUE})")
    private Duration interval;

    public int mebibytes() {
        return mebibytes;
    }

    public int seconds() {
        return (int) interval.toSeconds();
    }
}
