package dev.hydrant.cli.session;

import dev.hydrant.cli.ExitCode;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.cli.progress.Display;
import dev.hydrant.cli.progress.JsonLines;
import dev.hydrant.cli.progress.LiveLine;
import dev.hydrant.cli.progress.PlainLines;
import dev.hydrant.cli.progress.Snapshot;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Delivers what a producer makes and shows how it goes: from the first record to the last row. */
public final class Session {

    private static final Duration LIVE = Duration.ofMillis(200);
    private static final Duration LOGGED = Duration.ofSeconds(5);

    private final Console console;
    private final SessionOptions options;
    private final Outlet outlet;
    private final Producer producer;
    private final CompletableFuture<Void> leave = new CompletableFuture<>();

    public Session(Console console, SessionOptions options, Outlet outlet, Producer producer) {
        this.console = console;
        this.options = options;
        this.outlet = outlet;
        this.producer = producer;
    }

    /** Runs to the end and returns how it went; settling rows is part of it. */
    public Outcome run(TargetOptions target, Instant begun, Path deadLetters) throws IOException, InterruptedException {
        RunClock clock = new SystemRunClock();
        RunMeter meter = new RunMeter(clock);
        try (DeadLetterFile letters = new DeadLetterFile(deadLetters, epochNanos(begun), InstantSource.system());
                Delivery delivery =
                        new Delivery(outlet.destination(), target.inFlight(), target.retry(), letters, meter, clock)) {
            RunWatch watch = new RunWatch(clock, meter, delivery, outlet, producer);
            Interrupts.on(this::stop, () -> leave(delivery));
            Snapshot made;
            Ticker ticker = new Ticker(display(), watch, options.json() || !console.isTerminal() ? LOGGED : LIVE);
            try {
                producer.produce(delivery, meter, clock);
                made = watch.whole();
                delivery.drain(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
                settle();
            } finally {
                ticker.close();
            }
            return new Outcome(watch.atEnd(made), delivery.hopeless(), leave.isDone());
        }
    }

    /** Nanoseconds since 1970: the form in which times are handed on. */
    public static long epochNanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    private void stop() {
        console.notice("stopping: what was made is still delivered; once more to leave at once");
        producer.stop();
    }

    private void leave(Delivery delivery) {
        try {
            delivery.abort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave.complete(null);
    }

    /** Waits for the rows in another thread, so that a second Ctrl-C need not. */
    private void settle() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        outlet.settle();
                        settled.complete(null);
                    } catch (InterruptedException | RuntimeException e) {
                        settled.completeExceptionally(e);
                    }
                },
                "settle");
        thread.setDaemon(true);
        thread.start();
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

    /**
     * How a session ended.
     *
     * @param hopeless why it was given up before its end, or null
     * @param left whether a second Ctrl-C ended it
     */
    public record Outcome(Snapshot end, @Nullable String hopeless, boolean left) {

        /** {@link ExitCode#DONE} when all that was made is delivered and, where it can be seen, has landed. */
        public int exitCode() {
            boolean done = hopeless == null
                    && !left
                    && end.accounting().allAcknowledged()
                    && end.landing().complete(end.accounting().acknowledged());
            return done ? ExitCode.DONE : ExitCode.NOT_DONE;
        }
    }
}
