package dev.hydrant.cli.progress;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.measure.Accounting;
import dev.hydrant.measure.Quantiles;

/**
 * How a run stands at one moment.
 *
 * @param seconds since the start
 * @param planned records in all
 * @param target records a second asked for now
 * @param rate records a second made since the last snapshot; at the end, in the whole run
 * @param lateness due to made
 * @param response due to acknowledged
 * @param inFlight requests under way
 * @param retries how often a record was sent again
 * @param bytes of the acknowledged records
 */
public record Snapshot(
        double seconds,
        long planned,
        double target,
        double rate,
        Accounting accounting,
        Quantiles lateness,
        Quantiles response,
        int inFlight,
        long retries,
        long bytes,
        Landing landing) {

    /** Percent of the planned records that were made. */
    public int percent() {
        return planned == 0 ? 100 : (int) (accounting.generated() * 100 / planned);
    }
}
