package dev.hydrant.cli.report;

/** How late the machine itself wakes a parked thread that does nothing else, in milliseconds: no measured latency is finer than that. */
public record TimerNoise(double p50, double p99, double max) {}
