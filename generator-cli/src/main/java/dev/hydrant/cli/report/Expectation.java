package dev.hydrant.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * One objective and what was measured.
 *
 * @param expression as it was written, such as {@code p99<500ms}
 * @param measured in {@code unit}; absent when there was nothing to measure
 * @param unit {@code ms}, {@code %}, {@code records} or the like
 */
public record Expectation(String expression, @Nullable Double measured, String unit, boolean holds) {}
