package dev.hydrant.cli.bench;

import dev.hydrant.cli.progress.Amount;
import dev.hydrant.cli.report.Expectation;
import dev.hydrant.cli.report.RecordAccount;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.StageLatency;
import dev.hydrant.cli.report.Stages;
import dev.hydrant.cli.report.TimerNoise;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person reads at the end of a benchmark: the verdict and the accounting first. */
final class BenchText {

    private BenchText() {}

    static void print(RunReport report, PrintWriter out) {
        report.verdict().expectations().forEach(expectation -> expectation(expectation, out));
        out.println(report.verdict().because());
        if (report.findMax() != null) {
            Double rate = report.findMax().rate();
            out.println(
                    rate == null
                            ? "no rate held"
                            : "highest rate that holds: " + Amount.rate(rate) + " records/s, found in "
                                    + report.findMax().trials().size() + " trials");
        }
        for (Repetition repetition : report.repetitions()) {
            out.println();
            repetition(repetition, out);
        }
        TimerNoise noise = report.environment().timerNoise();
        if (noise != null) {
            out.println("this machine     wakes a thread late by p50 " + Amount.millis(noise.p50()) + "   p99 "
                    + Amount.millis(noise.p99()) + "   max " + Amount.millis(noise.max()) + " ms");
        }
    }

    private static void expectation(Expectation expectation, PrintWriter out) {
        out.println((expectation.holds() ? "ok      " : "FAILED  ") + Objective.describe(expectation));
    }

    private static void repetition(Repetition repetition, PrintWriter out) {
        RecordAccount account = repetition.accounting();
        out.println(Amount.count(account.generated()) + " generated = "
                + Amount.count(account.acknowledged()) + " acknowledged + "
                + Amount.count(account.deadLettered()) + " given up + "
                + Amount.count(account.aborted()) + " aborted"
                + (account.adds() ? "" : "   THIS DOES NOT ADD UP: please report it")
                + "; " + Amount.count(account.planned()) + " planned, " + Amount.count(account.dropped()) + " dropped"
                + (account.landed() == null ? "" : ", " + Amount.count(account.landed()) + " landed"));
        out.println("rate             " + Amount.rate(repetition.achieved()) + " records/s over "
                + String.format(Locale.ROOT, "%.1f", repetition.seconds()) + " s, " + Amount.rate(repetition.asked())
                + " asked for; " + Amount.bytes(repetition.bytes()) + " in " + Amount.count(repetition.calls())
                + " calls, " + Amount.count(repetition.retries()) + " retries, "
                + Amount.count(repetition.throttles()) + " throttles, " + Amount.count(repetition.late()) + " late");
        Stages stages = repetition.stages();
        out.println("milliseconds           p50       p90       p99     p99.9       max");
        stage("due to made", stages.dueToMade(), out);
        stage("due to sent", stages.dueToSent(), out);
        stage("sent to ack", stages.sentToAcknowledged(), out);
        stage("due to ack", stages.dueToAcknowledged(), out);
        stage("ack to row", stages.acknowledgedToVisible(), out);
        stage("due to row", stages.dueToVisible(), out);
        out.println(String.format(
                Locale.ROOT,
                "this process     %.1f s of CPU, %,d pauses of garbage collection, %.0f ms in all, heap up to %s",
                repetition.client().cpuSeconds(),
                repetition.client().gcPauses(),
                repetition.client().gcMillis(),
                Amount.bytes(repetition.client().heapPeakBytes())));
    }

    private static void stage(String name, @Nullable StageLatency latency, PrintWriter out) {
        if (latency != null) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-16s%10s%10s%10s%10s%10s",
                    name,
                    Amount.millis(latency.p50()),
                    Amount.millis(latency.p90()),
                    Amount.millis(latency.p99()),
                    Amount.millis(latency.p999()),
                    Amount.millis(latency.max())));
        }
    }
}
