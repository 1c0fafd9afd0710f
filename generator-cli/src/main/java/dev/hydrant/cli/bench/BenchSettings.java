package dev.hydrant.cli.bench;

import dev.hydrant.delivery.RetryPolicy;
import java.time.Duration;

/**
 * How every stretch of a benchmark is run.
 *
 * @param inFlight most requests under way at a time
 * @param tolerance a record made more than this after it was due is late
 * @param drop whether late records are left out instead
 */
record BenchSettings(int inFlight, RetryPolicy retry, Duration linger, Duration tolerance, boolean drop) {}
