package dev.hydrant.cli.session;

import dev.hydrant.cli.progress.Display;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how a run stands at regular times, until closed. */
final class Ticker implements AutoCloseable {

    private final Display display;
    private final ScheduledExecutorService timer;

    Ticker(Display display, RunWatch watch, Duration period) {
        this.display = display;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleAtFixedRate(
                () -> display.show(watch.look()), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(1, TimeUnit.SECONDS);
        display.end();
    }
}
