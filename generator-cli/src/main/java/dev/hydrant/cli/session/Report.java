package dev.hydrant.cli.session;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.cli.progress.Amount;
import dev.hydrant.cli.progress.Snapshot;
import dev.hydrant.measure.Accounting;
import dev.hydrant.measure.Quantiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a person reads at the end of a session: the accounting first, stream by stream. */
final class Report {

    private Report() {}

    static void print(Outcome outcome, PrintWriter out) {
        for (Outcome.Stream stream : outcome.streams()) {
            if (outcome.streams().size() > 1) {
                out.println(stream.name());
            }
            accounting(stream.end().accounting(), out);
            types(stream.arrivals(), out);
            landing(stream, out);
            pace(stream.end(), out);
            if (stream.hasDeadLetters()) {
                out.println("dead letters     " + stream.deadLetters() + ", to be sent again by: hydrant replay "
                        + stream.deadLetters());
            }
        }
    }

    private static void accounting(Accounting accounting, PrintWriter out) {
        out.println(Amount.count(accounting.generated()) + " generated = "
                + Amount.count(accounting.acknowledged()) + " acknowledged + "
                + Amount.count(accounting.deadLettered()) + " dead-lettered + "
                + Amount.count(accounting.aborted()) + " aborted"
                + (accounting.closed() ? "" : "   THIS DOES NOT ADD UP: please report it"));
    }

    private static void types(List<Arrival> arrivals, PrintWriter out) {
        if (!arrivals.isEmpty()) {
            out.println("of these " + arrivals.stream().map(Report::made).collect(Collectors.joining(", ")));
        }
    }

    private static String made(Arrival arrival) {
        return Amount.count(arrival.made()) + " " + arrival.type();
    }

    private static void landing(Outcome.Stream stream, PrintWriter out) {
        Landing landing = stream.end().landing();
        long acknowledged = stream.end().accounting().acknowledged();
        Long rows = landing.rows();
        if (rows == null) {
            return;
        }
        out.println(Amount.count(acknowledged) + " acknowledged = " + Amount.count(rows) + " landed + "
                + Amount.count(landing.dropped()) + " dropped + " + Amount.count(landing.refused()) + " refused"
                + (landing.complete(acknowledged) ? "" : "   NOT ALL HAVE LANDED"));
        Map<String, String> made = new TreeMap<>();
        for (Arrival arrival : stream.arrivals()) {
            String place = arrival.place();
            if (place != null) {
                made.put(place, " of " + made(arrival));
            }
        }
        Map<String, Long> landed = new TreeMap<>(landing.places());
        made.keySet().forEach(place -> landed.putIfAbsent(place, 0L));
        landed.forEach((place, count) -> {
            if (count > 0 || made.containsKey(place)) {
                out.println(String.format("%,12d  %s%s", count, place, made.getOrDefault(place, "")));
            }
        });
    }

    private static void pace(Snapshot end, PrintWriter out) {
        String target = end.target() > 0 ? ", " + Amount.rate(end.target()) + " asked for" : "";
        out.println("rate             " + Amount.rate(end.rate()) + " records/s over "
                + String.format(Locale.ROOT, "%.1f s", end.seconds()) + target + "; " + Amount.bytes(end.bytes())
                + ", " + Amount.count(end.retries()) + " retries");
        quantiles("late by", end.lateness(), out);
        quantiles("acknowledged in", end.response(), out);
    }

    private static void quantiles(String what, Quantiles of, PrintWriter out) {
        out.println(String.format(
                "%-16s p50 %s ms   p99 %s ms   max %s ms",
                what, Amount.millis(of.p50()), Amount.millis(of.p99()), Amount.millis(of.max())));
    }
}
