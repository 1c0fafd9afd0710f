package dev.hydrant.record.lifecycle;

import java.util.List;

/**
 * What becomes of some of the subjects after their first record.
 *
 * @param share the part of all subjects that live like this, 0 to 1
 * @param stages in order, at least one, each with a code of its own; a subject without any needs no lifecycle
 */
public record Lifecycle(double share, List<Stage> stages) {

    public Lifecycle {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of a lifecycle " + share + ": allowed 0 to 1");
        }
        stages = List.copyOf(stages);
        if (stages.isEmpty() || stages.stream().mapToInt(Stage::code).distinct().count() < stages.size()) {
            throw new IllegalArgumentException(
                    "stages of a lifecycle " + stages + ": at least one, and no code twice, is allowed");
        }
    }
}
