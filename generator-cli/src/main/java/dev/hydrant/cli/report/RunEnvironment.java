package dev.hydrant.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * Where it ran.
 *
 * @param hydrant version of Hydrant
 * @param cpu name of the processor, where the system tells it
 * @param cores processors that the JVM may use
 * @param memoryBytes of the machine
 * @param heapBytes that the JVM may use at most
 */
public record RunEnvironment(
        String hydrant,
        String java,
        String vm,
        String os,
        @Nullable String cpu,
        int cores,
        @Nullable Long memoryBytes,
        long heapBytes,
        @Nullable TimerNoise timerNoise) {}
