package dev.hydrant.cli.session;

import dev.hydrant.cli.progress.Display;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how a run stands at regular times, until closed. */
final class Ticker implements AutoCloseable {

    private final Display display;
    private final ScheduledExecutorService timer;
    private final Future<?> ticks;

    Ticker(Display display, RunWatch watch, Duration period) {
        this.display = display;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        ticks = timer.scheduleAtFixedRate(
                () -> display.show(watch.look()), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        ticks.cancel(false);
        timer.shutdown();
        try {
            timer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        display.end();
    }
}
