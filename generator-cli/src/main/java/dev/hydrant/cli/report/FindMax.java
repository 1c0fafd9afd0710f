package dev.hydrant.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for the highest rate that holds.
 *
 * @param rate the answer, in records a second; absent when none of the trials held
 * @param trials in the order in which they ran
 */
public record FindMax(@Nullable Double rate, List<Trial> trials) {

    public FindMax {
        trials = List.copyOf(trials);
    }

    /**
     * One rate that was tried.
     *
     * @param because why it holds, or does not: one plain sentence
     */
    public record Trial(double rate, double seconds, boolean holds, String because) {}
}
