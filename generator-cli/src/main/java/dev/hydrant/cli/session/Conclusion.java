package dev.hydrant.cli.session;

import dev.hydrant.cli.progress.RunJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says how a session ended: what went wrong on standard error, the report or the summary on standard output. */
public final class Conclusion {

    private Conclusion() {}

    /** Prints it; {@code more} is what else the JSON summary says, by name. */
    public static void print(Console console, SessionOptions options, Outcome outcome, Map<String, Object> more) {
        outcome.troubles().forEach(console::notice);
        if (options.json()) {
            console.report().println(summary(outcome, more));
        } else {
            Report.print(outcome, console.report());
        }
    }

    private static String summary(Outcome outcome, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("planned", outcome.end().planned());
        all.putAll(more);
        List<Object> streams = new ArrayList<>();
        for (Outcome.Stream stream : outcome.streams()) {
            Map<String, Object> described = new LinkedHashMap<>(RunJson.describe(stream.end()));
            described.put("name", stream.name());
            Map<String, Object> types = new LinkedHashMap<>();
            stream.arrivals().forEach(arrival -> types.put(arrival.type(), arrival.made()));
            described.put("types", types);
            if (stream.hasDeadLetters()) {
                described.put("deadLetterFile", stream.deadLetters().toString());
            }
            streams.add(described);
        }
        all.put("streams", streams);
        return RunJson.of("summary", outcome.end(), all);
    }
}
