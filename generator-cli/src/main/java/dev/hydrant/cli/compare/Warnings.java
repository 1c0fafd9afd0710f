package dev.hydrant.cli.compare;

import dev.hydrant.cli.report.FindMax;
import dev.hydrant.cli.report.RecordAccount;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunEnvironment;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.RunScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a reader must know before trusting a comparison: where the runs are unlike, and what its intervals leave out. */
final class Warnings {

    private final List<String> lines = new ArrayList<>();

    private Warnings() {}

    static List<String> of(RunReport base, RunReport other, Method method) {
        Warnings warnings = new Warnings();
        warnings.searches(base.findMax(), other.findMax());
        warnings.scenarios(base.scenario(), other.scenario());
        warnings.environments(base.environment(), other.environment());
        warnings.account("base", base);
        warnings.account("other", other);
        if (method == Method.BLOCKS) {
            warnings.lines.add(
                    "with fewer than " + Method.REPETITIONS.fewest()
                            + " repetitions in one of the runs, the variation from run to run is not covered: 'bench --repeat 5' covers it");
        }
        return List.copyOf(warnings.lines);
    }

    private void searches(@Nullable FindMax base, @Nullable FindMax other) {
        if (base != null || other != null) {
            lines.add("the highest rate that holds was looked for: " + found(base) + " in the base, " + found(other)
                    + " in the other; what is compared are the trials at these rates");
        }
    }

    private static String found(@Nullable FindMax search) {
        Double rate = search == null ? null : search.rate();
        return search == null
                ? "no search"
                : rate == null ? "none" : String.format(Locale.ROOT, "%,.0f records/s", rate);
    }

    private void scenarios(RunScenario base, RunScenario other) {
        unlike("load", base.load(), other.load());
        unlike("records", base.records(), other.records());
        unlike("sensors", base.sensors(), other.sensors());
        unlike("linger in ms", base.lingerMillis(), other.lingerMillis());
        unlike("batches in flight", base.inFlight(), other.inFlight());
        unlike("what is late", base.late(), other.late());
        unlike("warm-up in s", base.warmupSeconds(), other.warmupSeconds());
    }

    private void environments(RunEnvironment base, RunEnvironment other) {
        unlike("Java", base.java(), other.java());
        unlike("system", base.os(), other.os());
        unlike("processor", base.cpu(), other.cpu());
        unlike("cores", base.cores(), other.cores());
        unlike("heap in bytes", base.heapBytes(), other.heapBytes());
    }

    private void unlike(String what, @Nullable Object base, @Nullable Object other) {
        if (!Objects.equals(base, other)) {
            lines.add("the runs are unlike in " + what + ": " + told(base) + " in the base, " + told(other)
                    + " in the other");
        }
    }

    private static Object told(@Nullable Object value) {
        return value == null ? "none" : value;
    }

    /** Facts of a run, not estimates: they need no interval. */
    private void account(String which, RunReport report) {
        List<RecordAccount> accounts =
                report.repetitions().stream().map(Repetition::accounting).toList();
        long lost = accounts.stream().mapToLong(RecordAccount::lost).sum();
        long dropped = accounts.stream().mapToLong(RecordAccount::dropped).sum();
        if (lost > 0) {
            lines.add(String.format(Locale.ROOT, "the %s run lost %,d records", which, lost));
        }
        if (dropped > 0) {
            lines.add(String.format(Locale.ROOT, "the %s run dropped %,d records that were late", which, dropped));
        }
    }
}
