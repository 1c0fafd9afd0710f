package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.Bottleneck;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.StageLatency;
import java.util.Locale;

/**
 * What kept a rate from what was asked, and why we think so. A generator that is at its own limit must say it, or a stream is
 * blamed for it.
 *
 * @param because one plain sentence
 */
record Diagnosis(Bottleneck bottleneck, String because) {

    /** Part of the rate asked that counts as reached. */
    private static final double REACHED = 0.999;
    /** Above this the machine's processors are as good as all busy: the rest is switching and waiting. */
    private static final double BUSY = 0.85;

    private static final double GARBAGE = 0.1;
    /** Below this, waiting for answers is no more than the end of a batch. */
    private static final double HELD_BACK = 0.05;
    /** A single wait for answers of this part of the greatest lateness is where that comes from. */
    private static final double STALL_OF_LATENESS = 0.5;

    /** Lateness that a machine of its own brings: its timer and its scheduler, milliseconds. */
    private static final double PUNCTUAL_MILLIS = 100;

    static Diagnosis of(Measured measured) {
        Repetition repetition = measured.repetition();
        StageLatency lateness = repetition.stages().dueToMade();
        double p99 = lateness == null ? 0 : lateness.p99();
        boolean reached = repetition.achieved() >= REACHED * repetition.asked() && measured.growth() == 0;
        if (measured.hopeless() != null) {
            return new Diagnosis(Bottleneck.STREAM, "The run was given up: " + measured.hopeless() + ".");
        }
        if (measured.interrupted()) {
            return new Diagnosis(Bottleneck.NONE, "The run was stopped before its end, so it shows no limit.");
        }
        if (measured.notLanded() != null) {
            return new Diagnosis(
                    Bottleneck.STREAM, "Not all that was acknowledged has landed: " + measured.notLanded() + ".");
        }
        if (reached && p99 <= PUNCTUAL_MILLIS) {
            String refused = repetition.throttles() == 0
                    ? "."
                    : String.format(
                            Locale.ROOT,
                            "; the stream refused some of them for want of room, %,d times in all.",
                            repetition.throttles());
            return new Diagnosis(Bottleneck.NONE, "The rate asked for was reached, and records left on time" + refused);
        }
        double collecting = repetition.client().gcMillis() / 1e3 / repetition.seconds();
        if (collecting > GARBAGE) {
            return generator("it collected garbage for %.0f %% of the time; give it more heap", 100 * collecting);
        }
        if (measured.cpuShare() > BUSY) {
            return generator("it kept %.0f %% of this machine's processors busy itself", 100 * measured.cpuShare());
        }
        if (repetition.throttles() > 0) {
            return stream("it refused records for want of room %,d times", repetition.throttles());
        }
        boolean leftOnTime = p99 <= PUNCTUAL_MILLIS && repetition.accounting().dropped() == 0;
        boolean heldBack = measured.heldBack() > HELD_BACK
                || (lateness != null && 1e3 * measured.heldBackMost() > STALL_OF_LATENESS * lateness.max());
        if ((leftOnTime || heldBack) && measured.machineLoad() > BUSY) {
            return generator(
                    "its machine was %.0f %% busy with everything that runs there", 100 * measured.machineLoad());
        }
        if (heldBack) {
            return stream(
                    "all requests in flight were waiting for its answers for %.1f of %.1f seconds",
                    measured.heldBack() * repetition.seconds(), repetition.seconds());
        }
        return leftOnTime
                ? stream("records left on time, and it answered later and later or not at all")
                : generator("records left late (p99 %.0f ms) though requests were free to send them", p99);
    }

    private static Diagnosis generator(String because, Object... figures) {
        return new Diagnosis(
                Bottleneck.GENERATOR,
                "The generator was the bottleneck, not the stream: " + String.format(Locale.ROOT, because, figures)
                        + ".");
    }

    private static Diagnosis stream(String because, Object... figures) {
        return new Diagnosis(
                Bottleneck.STREAM,
                "The stream was the bottleneck: " + String.format(Locale.ROOT, because, figures) + ".");
    }
}
