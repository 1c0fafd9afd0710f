package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch was like, with what the report leaves out.
 *
 * @param growth records a second by which the backlog grew, or 0
 * @param heldBack share of the time in which all requests were waiting for answers, 0 to 1
 * @param heldBackMost seconds of that on end, at most
 * @param cpuShare share of the machine's processors that this process kept busy, 0 to 1
 * @param machineLoad the same of everything that ran on it
 * @param notLanded what became of acknowledged records that are no rows, or null when there are none
 * @param hopeless why it was given up before its end, or null
 * @param interrupted whether it was stopped from outside
 */
record Measured(
        Repetition repetition,
        double growth,
        double heldBack,
        double heldBackMost,
        double cpuShare,
        double machineLoad,
        @Nullable String notLanded,
        @Nullable String hopeless,
        boolean interrupted) {}
