package dev.hydrant.lambda.generator;

import dev.hydrant.clock.RunClock;
import dev.hydrant.clock.SystemRunClock;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.RetryPolicy;
import dev.hydrant.measure.RunMeter;
import dev.hydrant.record.RecordSource;
import dev.hydrant.run.LoadRun;
import dev.hydrant.run.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends one shard's records of one minute, at the rate, as far as the invocation's time allows.
 *
 * <p>The records tell the scheduled minute's time, whenever the invocation comes to start; the pace counts from that start.
 *
 * @param source of {@code settings}
 * @param clock tells when records were given up
 * @param log takes the dead letters, a line each
 */
public record MinuteRun(GeneratorSettings settings, RecordSource source, InstantSource clock, Consumer<String> log) {

    private static final int IN_FLIGHT = 4;
    private static final Duration LINGER = Duration.ofMillis(100);

    /** The smallest quota of a stream, records a second (AWS documentation of Firehose quotas): bounds catching up. */
    private static final double QUOTA = 100_000;

    /**
     * Runs to the end of the minute's records or of the invocation.
     *
     * @param scheduled decides which minute
     * @param destination closed at the end
     * @param remainingMillis what is left of the invocation
     */
    public MinuteReport run(Instant scheduled, Destination destination, long remainingMillis)
            throws InterruptedException {
        RunClock elapsed = new SystemRunClock();
        Deadline deadline = Deadline.in(remainingMillis);
        RunPlan plan = plan(Minutes.number(scheduled.getEpochSecond()));
        RunMeter meter = new RunMeter();
        LoggedDeadLetters deadLetters = new LoggedDeadLetters(log, plan.start(), clock);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(MinuteRun::daemon);
        try (Delivery delivery =
                new Delivery(destination, IN_FLIGHT, RetryPolicy.DEFAULT, deadLetters, meter, elapsed)) {
            LoadRun run = new LoadRun(plan, elapsed, delivery, meter);
            var unused = timer.schedule(run::stop, deadline.make(), TimeUnit.MILLISECONDS);
            run.run();
            long patience = TimeUnit.MILLISECONDS.toNanos(deadline.drain()) - elapsed.elapsed();
            if (!delivery.drain(Math.max(0, patience), TimeUnit.NANOSECONDS)) {
                delivery.abort();
            }
            return MinuteReport.of(settings, plan, meter, elapsed.elapsed(), delivery.hopeless());
        } finally {
            timer.shutdownNow();
        }
    }

    private RunPlan plan(long minute) {
        Minutes minutes = settings.minutes();
        double ceiling =
                Math.max(QUOTA, 2 * settings.rate().rate(0)) / settings.shard().of();
        return new RunPlan(
                source,
                minutes.from(minute),
                Minutes.start(minute),
                minutes.first(minute),
                minutes.first(minute + 1),
                settings.shard(),
                0,
                LINGER,
                ceiling);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "deadline");
        thread.setDaemon(true);
        return thread;
    }
}
