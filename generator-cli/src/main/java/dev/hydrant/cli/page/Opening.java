package dev.hydrant.cli.page;

import dev.hydrant.cli.progress.Amount;
import dev.hydrant.cli.report.Expectation;
import dev.hydrant.cli.report.RecordAccount;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.RunScenario;
import dev.hydrant.cli.report.RunVerdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What a page begins with: which run it was, whether it passed, and where every record went. */
final class Opening {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Opening() {}

    static Map<String, Object> of(RunReport report) {
        RunVerdict verdict = report.verdict();
        boolean judged = !verdict.expectations().isEmpty();
        return Map.of(
                "title",
                "Hydrant: " + heading(report.scenario()),
                "heading",
                heading(report.scenario()),
                "kicker",
                "Hydrant benchmark, " + time(report),
                "word",
                !judged ? "Measured" : verdict.passed() ? "Passed" : "Failed",
                "tone",
                !judged ? "" : verdict.passed() ? "good" : "bad",
                "because",
                verdict.because(),
                "expectations",
                verdict.expectations().stream().map(Opening::expectation).toList(),
                "judged",
                judged,
                "account",
                account(report.repetitions()));
    }

    static String time(RunReport report) {
        return TIME.format(report.startedAt());
    }

    static String heading(RunScenario scenario) {
        return scenario.load() + ", " + scenario.records() + " records to " + target(scenario);
    }

    private static String target(RunScenario scenario) {
        return switch (scenario.endpoint()) {
            case "null" -> "an endpoint that does nothing";
            case "local" -> "a local Firehose";
            default -> scenario.stream() + " at " + scenario.endpoint();
        };
    }

    private static Map<String, String> expectation(Expectation expectation) {
        Double measured = expectation.measured();
        return Map.of(
                "expression", expectation.expression(),
                "measured", measured == null ? "not measured" : Numbers.digits(measured) + " " + expectation.unit(),
                "holds", expectation.holds() ? "holds" : "does not hold",
                "tone", expectation.holds() ? "good" : "bad");
    }

    /** The equations, over all repetitions. */
    static List<Map<String, String>> account(List<Repetition> all) {
        long planned = sum(all, RecordAccount::planned);
        long generated = sum(all, RecordAccount::generated);
        long acknowledged = sum(all, RecordAccount::acknowledged);
        long dropped = sum(all, RecordAccount::dropped);
        long unreached = planned - generated - dropped;
        List<Map<String, String>> lines = new ArrayList<>();
        lines.add(line(count(planned, "planned") + " = " + count(generated, "generated") + " + "
                + count(dropped, "dropped") + (unreached == 0 ? "" : " + " + count(unreached, "not reached"))));
        lines.add(line(count(generated, "generated") + " = " + count(acknowledged, "acknowledged") + " + "
                + count(sum(all, RecordAccount::deadLettered), "dead-lettered") + " + "
                + count(sum(all, RecordAccount::aborted), "aborted")));
        if (all.stream().allMatch(r -> r.accounting().landed() != null)) {
            long landed = sum(all, a -> a.landed() == null ? 0 : a.landed());
            lines.add(line(count(acknowledged, "acknowledged") + " = " + count(landed, "landed")
                    + (landed > acknowledged
                            ? " - " + count(landed - acknowledged, "too many")
                            : " + " + count(acknowledged - landed, "not landed"))));
        }
        if (!all.stream().allMatch(r -> r.accounting().adds())) {
            lines.add(Map.of("text", "These numbers do not add up: a mistake of Hydrant's own.", "tone", "bad"));
        }
        return lines;
    }

    private static Map<String, String> line(String text) {
        return Map.of("text", text, "tone", "");
    }

    private static String count(long records, String what) {
        return Amount.count(records) + " " + what;
    }

    private static long sum(List<Repetition> repetitions, ToLongFunction<RecordAccount> part) {
        return repetitions.stream().map(Repetition::accounting).mapToLong(part).sum();
    }
}
