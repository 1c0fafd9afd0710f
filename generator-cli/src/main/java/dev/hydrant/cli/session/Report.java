package dev.hydrant.cli.session;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.cli.progress.Amount;
import dev.hydrant.cli.progress.Snapshot;
import dev.hydrant.measure.Accounting;
import dev.hydrant.measure.Quantiles;
import java.io.PrintWriter;

/** What a person reads at the end of a session: the accounting first. */
public final class Report {

    private Report() {}

    /** Prints the report; a target of 0 says that no rate was asked for. */
    public static void print(Snapshot end, PrintWriter out) {
        Accounting accounting = end.accounting();
        out.println(Amount.count(accounting.generated()) + " generated = "
                + Amount.count(accounting.acknowledged()) + " acknowledged + "
                + Amount.count(accounting.deadLettered()) + " dead-lettered + "
                + Amount.count(accounting.aborted()) + " aborted"
                + (accounting.closed() ? "" : "   THIS DOES NOT ADD UP: please report it"));
        landing(end.landing(), accounting.acknowledged(), out);
        out.println("rate             " + Amount.rate(end.rate()) + " records/s over "
                + String.format("%.1f s", end.seconds())
                + (end.target() > 0 ? ", " + Amount.rate(end.target()) + " asked for" : "")
                + "; " + Amount.bytes(end.bytes()) + ", " + Amount.count(end.retries()) + " retries");
        quantiles("late by", end.lateness(), out);
        quantiles("acknowledged in", end.response(), out);
    }

    private static void landing(Landing landing, long acknowledged, PrintWriter out) {
        Long rows = landing.rows();
        if (rows != null) {
            out.println(Amount.count(rows) + " of " + Amount.count(acknowledged) + " rows landed"
                    + (landing.refused() > 0
                            ? "; " + Amount.count(landing.refused()) + " did not fit and stand in the error output"
                            : ""));
        }
    }

    private static void quantiles(String what, Quantiles of, PrintWriter out) {
        out.println(String.format(
                "%-16s p50 %s ms   p99 %s ms   max %s ms",
                what, Amount.millis(of.p50()), Amount.millis(of.p99()), Amount.millis(of.max())));
    }
}
