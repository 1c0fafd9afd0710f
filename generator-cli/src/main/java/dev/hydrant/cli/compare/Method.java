package dev.hydrant.cli.compare;

/** Where a run's independent values come from. */
public enum Method {
    /** Each repetition is one value. */
    REPETITIONS(3, 1),
    /**
     * Each stretch of seconds is one value. How much runs differ from start to start is not in them, so a difference must be larger to be
     * told.
     */
    BLOCKS(Blocks.FEWEST, 2);

    private final int fewest;
    private final double toleranceFactor;

    Method(int fewest, double toleranceFactor) {
        this.fewest = fewest;
        this.toleranceFactor = toleranceFactor;
    }

    /** With fewer values there is no interval. */
    int fewest() {
        return fewest;
    }

    /** What the tolerance of every measure is multiplied by. */
    double toleranceFactor() {
        return toleranceFactor;
    }
}
