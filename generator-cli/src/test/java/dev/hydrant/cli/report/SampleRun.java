package dev.hydrant.cli.report;

import dev.hydrant.cli.report.StageLatency.CurvePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up benchmark for tests, the same for the same numbers. Latencies are as real ones: log-normal, their level wandering from second to
 * second (autocorrelation 0.7), a few records in a thousand far out in a Pareto tail; and a level of its own for each repetition.
 *
 * @param unlike how much repetitions differ in their level: standard deviation of its logarithm
 * @param added milliseconds that the endpoint takes more
 * @param stallAt second in which nothing is answered for two seconds, or -1
 */
public record SampleRun(
        long seed,
        int seconds,
        int repetitions,
        double rate,
        double unlike,
        double added,
        int stallAt,
        boolean local,
        boolean search) {

    private static final Instant STARTED = Instant.parse("2026-11-21T13:00:00Z");
    private static final double LINGER = 20;
    private static final int DRAWS = 200;
    private static final double WANDER = 0.7;

    public static SampleRun of(long seed, int seconds, int repetitions) {
        return new SampleRun(seed, seconds, repetitions, 1_000, 0.03, 0, -1, false, false);
    }

    public SampleRun withAdded(double millis) {
        return new SampleRun(seed, seconds, repetitions, rate, unlike, millis, stallAt, local, search);
    }

    public SampleRun withUnlike(double deviation) {
        return new SampleRun(seed, seconds, repetitions, rate, deviation, added, stallAt, local, search);
    }

    public SampleRun withRate(double perSecond) {
        return new SampleRun(seed, seconds, repetitions, perSecond, unlike, added, stallAt, local, search);
    }

    public SampleRun withStall(int second) {
        return new SampleRun(seed, seconds, repetitions, rate, unlike, added, second, local, search);
    }

    public SampleRun withLocal() {
        return new SampleRun(seed, seconds, repetitions, rate, unlike, added, stallAt, true, search);
    }

    public SampleRun withSearch() {
        return new SampleRun(seed, seconds, repetitions, rate, unlike, added, stallAt, local, true);
    }

    public RunReport report() {
        SplittableRandom random = new SplittableRandom(seed);
        List<Repetition> all = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            all.add(repetition(random, STARTED.plusSeconds((long) i * (seconds + 5))));
        }
        Stages stages = all.get(0).stages();
        double p99 = stages.dueToAcknowledged() == null
                ? 0
                : stages.dueToAcknowledged().p99();
        String load = Math.round(rate) + "/s for " + seconds + "s";
        return RunReport.of(
                List.of(
                        "hydrant",
                        "bench",
                        "--load",
                        load,
                        "--repeat",
                        Integer.toString(repetitions),
                        "--expect",
                        "p99<500ms,lost=0,rate>=99.9%"),
                STARTED,
                new RunScenario(
                        load,
                        "sensor",
                        10,
                        42L,
                        "sensors",
                        local ? "local" : "http://127.0.0.1:4573/",
                        20,
                        4,
                        "send",
                        5,
                        repetitions),
                new RunEnvironment(
                        "0.1.0",
                        "17.0.15",
                        "OpenJDK 64-Bit Server VM",
                        "Linux 6.1 amd64",
                        "a processor",
                        2,
                        24L << 30,
                        1L << 30,
                        new TimerNoise(0.06, 0.4, 3.1)),
                new RunVerdict(
                        p99 < 500,
                        List.of(
                                new Expectation("p99<500ms", p99, "ms", p99 < 500),
                                new Expectation("lost=0", 0.0, "records", true),
                                new Expectation("rate>=99.9%", 100.0, "%", true)),
                        p99 < 500 ? Bottleneck.NONE : Bottleneck.STREAM,
                        p99 < 500
                                ? "The rate that was asked for was reached, with 84% of the processors idle."
                                : "The stream did not answer for 2.0 s; the generator had 84% of the processors to spare."),
                search ? trials() : null,
                all);
    }

    private static FindMax trials() {
        List<FindMax.Trial> trials = new ArrayList<>();
        for (double tried : new double[] {500, 1_000, 2_000, 4_000, 8_000, 6_000, 5_000, 5_500, 5_250, 5_125}) {
            boolean holds = tried <= 5_125;
            trials.add(new FindMax.Trial(
                    tried, 5, holds, holds ? "every objective holds" : "the backlog grew by 412 records a second"));
        }
        return new FindMax(5_125.0, trials);
    }

    private Repetition repetition(SplittableRandom random, Instant at) {
        double level = unlike * random.nextGaussian();
        double wander = 0;
        double[] sentAll = new double[seconds * DRAWS];
        double[] madeAll = new double[seconds * DRAWS];
        double[] lateAll = new double[seconds * DRAWS];
        double[] dueAll = new double[seconds * DRAWS];
        List<Second> bySecond = new ArrayList<>();
        long each = Math.round(rate);
        for (int s = 0; s < seconds; s++) {
            wander = WANDER * wander + 0.06 * random.nextGaussian();
            double[] sent = new double[DRAWS];
            double[] made = new double[DRAWS];
            double[] late = new double[DRAWS];
            double[] due = new double[DRAWS];
            for (int i = 0; i < DRAWS; i++) {
                double stalled = stall(s + (double) i / DRAWS);
                sent[i] = added + 0.9 * Math.exp(level + wander + 0.35 * random.nextGaussian());
                if (random.nextDouble() < 0.004) {
                    sent[i] += 2 / Math.pow(1 - random.nextDouble(), 1 / 1.5);
                }
                made[i] = 0.08 * Math.exp(0.5 * random.nextGaussian()) + stalled;
                late[i] = made[i] + LINGER * random.nextDouble();
                due[i] = sent[i] + late[i];
                if (stalled > 0 && i % 50 == 0) {
                    sent[i] += stalled;
                    late[i] -= stalled;
                    made[i] -= stalled;
                }
            }
            double[] sortedDue = sorted(due);
            double[] sortedSent = sorted(sent);
            System.arraycopy(sent, 0, sentAll, s * DRAWS, DRAWS);
            System.arraycopy(made, 0, madeAll, s * DRAWS, DRAWS);
            System.arraycopy(late, 0, lateAll, s * DRAWS, DRAWS);
            System.arraycopy(due, 0, dueAll, s * DRAWS, DRAWS);
            boolean silent = s == stallAt + 1 && stallAt >= 0;
            long acknowledged = silent ? 0 : s == stallAt + 2 && stallAt >= 0 ? 2 * each : each;
            bySecond.add(new Second(
                    s,
                    rate,
                    each,
                    acknowledged,
                    silent ? null : at(sortedDue, 0.5),
                    silent ? null : at(sortedDue, 0.9),
                    silent ? null : at(sortedDue, 0.99),
                    silent ? null : at(sortedDue, 1),
                    silent ? null : at(sortedSent, 0.5),
                    silent ? null : at(sortedSent, 0.99),
                    at(sorted(made), 0.99),
                    130 * acknowledged,
                    silent ? 500 : 0,
                    silent ? 500 : 0,
                    silent ? each + 12 : 10 + random.nextInt(8),
                    local ? each * Math.max(0, (s + 1) / 10 * 10) : null,
                    local ? (double) ((s + 1) % 10) : null,
                    0.3 + 0.05 * random.nextGaussian(),
                    s % 7 == 3 ? 4.2 : 0.0,
                    (120L + s * 37 % 90) << 20));
        }
        long count = each * seconds;
        StageLatency visible = local ? latency(added(dueAll, 4_000), count) : null;
        return new Repetition(
                at,
                seconds,
                new RecordAccount(count, count, count, 0, 0, 0, local ? count : null),
                rate,
                rate * (1 - 1e-5 * random.nextDouble()),
                130 * count,
                count / 20,
                stallAt >= 0 ? 500 : 0,
                stallAt >= 0 ? 500 : 0,
                0,
                new Stages(
                        latency(madeAll, count),
                        latency(lateAll, count),
                        latency(sentAll, count),
                        latency(dueAll, count),
                        visible,
                        visible),
                bySecond,
                new ClientUse(
                        seconds * (0.3 + 0.01 * random.nextGaussian()),
                        seconds / 7,
                        0.6 * seconds,
                        6,
                        210L << 20,
                        stallAt >= 0 ? each + 12 : 18));
    }

    /** Milliseconds until the stall that a record due at {@code second} falls into is over. */
    private double stall(double second) {
        return stallAt >= 0 && second >= stallAt && second < stallAt + 2 ? 1_000 * (stallAt + 2 - second) : 0;
    }

    private static double[] added(double[] values, double more) {
        return Arrays.stream(values).map(v -> v + more).toArray();
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static StageLatency latency(double[] values, long count) {
        double[] sorted = sorted(values);
        List<CurvePoint> curve = new ArrayList<>();
        for (double rest = 1; rest > 0.5 / sorted.length; rest /= 1.3) {
            curve.add(new CurvePoint(Math.round(1e7 * (1 - rest)) / 1e5, at(sorted, 1 - rest)));
        }
        curve.add(new CurvePoint(100, at(sorted, 1)));
        return new StageLatency(
                count,
                Arrays.stream(sorted).average().orElse(0),
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1),
                curve);
    }
}
