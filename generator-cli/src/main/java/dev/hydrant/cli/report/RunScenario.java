package dev.hydrant.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param load the load's shape in its own grammar, such as {@code 1000/s for 10s}
 * @param records kind of the records, one of those of {@code --records}
 * @param sensors how many sensors reported; absent for other kinds
 * @param stream the stream's name
 * @param endpoint a URL, {@code null} for the built-in endpoint that does nothing, {@code local} for a local Firehose, or {@code aws REGION}
 * @param lingerMillis longest time that a batch's first record waits for company, in milliseconds
 * @param inFlight batches on their way at a time, at most
 * @param late what happens to a record that could not start in time, one of those of {@code --late}
 * @param warmupSeconds run before each repetition and not counted
 * @param repeat repetitions asked for
 */
public record RunScenario(
        String load,
        String records,
        @Nullable Integer sensors,
        long seed,
        String stream,
        String endpoint,
        double lingerMillis,
        int inFlight,
        String late,
        double warmupSeconds,
        int repeat) {}
