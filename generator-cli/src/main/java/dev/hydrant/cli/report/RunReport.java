package dev.hydrant.cli.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one benchmark measured. Latencies are milliseconds, times seconds, rates records a second. What was not measured is absent
 * ({@code null} here), never a made-up zero.
 *
 * @param schema the schema that the file keeps to, {@link #SCHEMA}
 * @param format {@link #FORMAT} of the version that wrote it
 * @param command the command line, word by word
 * @param findMax only of a search for the highest rate
 * @param repetitions one or more, in the order in which they ran
 */
public record RunReport(
        @JsonProperty("$schema") String schema,
        int format,
        List<String> command,
        Instant startedAt,
        RunScenario scenario,
        RunEnvironment environment,
        RunVerdict verdict,
        @Nullable FindMax findMax,
        List<Repetition> repetitions) {

    /** Raised whenever a field is added, removed or means something else. */
    public static final int FORMAT = 1;

    /** Name of the schema, as it stands beside this class. */
    public static final String SCHEMA = "report.schema.json";

    public RunReport {
        command = List.copyOf(command);
        repetitions = List.copyOf(repetitions);
    }

    /** A report of this version's format. */
    public static RunReport of(
            List<String> command,
            Instant startedAt,
            RunScenario scenario,
            RunEnvironment environment,
            RunVerdict verdict,
            @Nullable FindMax findMax,
            List<Repetition> repetitions) {
        return new RunReport(SCHEMA, FORMAT, command, startedAt, scenario, environment, verdict, findMax, repetitions);
    }
}
