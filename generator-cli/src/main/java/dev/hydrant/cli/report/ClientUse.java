package dev.hydrant.cli.report;

/**
 * What the generator itself took.
 *
 * @param cpuSeconds of all of the process's threads
 * @param gcMillis in pauses, all of them; gcMaxMillis the longest
 * @param backlogMax most records that waited at a time
 */
public record ClientUse(
        double cpuSeconds, long gcPauses, double gcMillis, double gcMaxMillis, long heapPeakBytes, long backlogMax) {}
