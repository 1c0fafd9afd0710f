package dev.hydrant.cli.session;

import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.progress.Display;
import dev.hydrant.cli.progress.JsonLines;
import dev.hydrant.cli.progress.LiveLine;
import dev.hydrant.cli.progress.PlainLines;
import dev.hydrant.clock.RunClock;
import dev.hydrant.clock.SystemRunClock;
import dev.hydrant.delivery.DeadLetterFile;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.measure.RunMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Delivers what producers make and shows how it goes: from the first record to the last row. */
public final class Session {

    private static final Duration LIVE = Duration.ofMillis(200);
    private static final Duration LOGGED = Duration.ofSeconds(5);

    private final Console console;
    private final SessionOptions options;
    private final List<Lane> lanes;
    private final CompletableFuture<Void> leave = new CompletableFuture<>();

    /** @param lanes one or more; they run side by side, from the same moment on */
    public Session(Console console, SessionOptions options, List<Lane> lanes) {
        this.console = console;
        this.options = options;
        this.lanes = lanes;
    }

    /** Runs to the end and returns how it went; waiting for the rows is part of it. */
    public Outcome run(TargetOptions target, Instant begun) throws IOException, InterruptedException {
        RunClock clock = new SystemRunClock();
        RunMeter total = new RunMeter();
        List<LaneRun> runs = new ArrayList<>();
        try {
            for (Lane lane : lanes) {
                Path file = options.deadLetters(begun, lanes.size() == 1 ? "" : lane.name());
                runs.add(begin(
                        lane,
                        clock,
                        total,
                        target,
                        new DeadLetterFile(file, epochNanos(begun), InstantSource.system())));
            }
            Interrupts.on(this::stop, () -> leave(runs));
            RunWatch watch = new RunWatch(clock, total, runs);
            Ticker ticker = new Ticker(display(), watch, options.json() || !console.isTerminal() ? LOGGED : LIVE);
            try {
                produce(runs);
                settle();
            } finally {
                ticker.close();
            }
            return new Outcome(watch.end(), runs.stream().map(LaneRun::outcome).toList(), leave.isDone());
        } finally {
            for (LaneRun run : runs) {
                run.close();
            }
        }
    }

    private static LaneRun begin(
            Lane lane, RunClock clock, RunMeter total, TargetOptions target, DeadLetterFile letters) {
        RunMeter meter = new RunMeter(total);
        Delivery delivery =
                new Delivery(lane.outlet().destination(), target.inFlight(), target.retry(), letters, meter, clock);
        return new LaneRun(lane, clock, meter, letters, delivery);
    }

    /** Nanoseconds since 1970: the form in which times are handed on. */
    public static long epochNanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    private void stop() {
        console.notice("stopping: what was made is still delivered; once more to leave at once");
        lanes.forEach(lane -> lane.producer().stop());
    }

    private void leave(List<LaneRun> runs) {
        try {
            for (LaneRun run : runs) {
                run.abort();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave.complete(null);
    }

    private static void produce(List<LaneRun> runs) throws IOException, InterruptedException {
        SideBySide.run(runs.stream().map(run -> (SideBySide.Task) run::produce).toList());
    }

    /** Waits for the rows in other threads, so that a second Ctrl-C need not. */
    private void settle() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        Thread waiting = new Thread(
                () -> {
                    try {
                        SideBySide.run(lanes.stream()
                                .map(lane -> (SideBySide.Task) lane.outlet()::settle)
                                .toList());
                        settled.complete(null);
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        settled.completeExceptionally(e);
                    }
                },
                "settle");
        waiting.setDaemon(true);
        waiting.start();
        CompletableFuture.anyOf(settled, leave).join();
    }

    private Display display() {
        if (options.quiet()) {
            return Display.NONE;
        }
        if (options.json()) {
            return new JsonLines(console.report());
        }
        return console.isTerminal()
                ? new LiveLine(console.notices(), console.columns())
                : new PlainLines(console.notices());
    }
}
