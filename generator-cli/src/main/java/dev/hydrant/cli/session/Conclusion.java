package dev.hydrant.cli.session;

import dev.hydrant.cli.progress.RunJson;
import dev.hydrant.cli.session.Session.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says how a session ended: what went wrong on standard error, the report or the summary on standard output. */
public final class Conclusion {

    private Conclusion() {}

    /** Prints it; {@code more} is what else the JSON summary says, by name. */
    public static void print(
            Console console, SessionOptions options, Outcome outcome, Path deadLetters, Map<String, Object> more) {
        if (outcome.hopeless() != null) {
            console.notice("given up: " + outcome.hopeless());
        }
        String trouble = outcome.end().landing().trouble();
        if (trouble != null) {
            console.notice(trouble);
        }
        boolean anyDeadLetters = outcome.end().accounting().deadLettered() > 0;
        if (options.json()) {
            Map<String, Object> all = new LinkedHashMap<>(more);
            all.put("planned", outcome.end().planned());
            if (anyDeadLetters) {
                all.put("deadLetters", deadLetters.toString());
            }
            console.report().println(RunJson.of("summary", outcome.end(), all));
            return;
        }
        Report.print(outcome.end(), console.report());
        if (anyDeadLetters) {
            console.report()
                    .println(
                            "dead letters     " + deadLetters + ", to be sent again by: hydrant replay " + deadLetters);
        }
    }
}
