package dev.hydrant.cli.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Does several things at a time. */
final class SideBySide {

    /** One of them. */
    interface Task {
        void run() throws IOException, InterruptedException;
    }

    private SideBySide() {}

    /** Returns when all are done; the first failure is thrown then. */
    static void run(List<Task> tasks) throws IOException, InterruptedException {
        List<FutureTask<Void>> running = new ArrayList<>();
        for (Task task : tasks) {
            FutureTask<Void> future = new FutureTask<>(() -> {
                task.run();
                return null;
            });
            running.add(future);
            Thread thread = new Thread(future, "lane-" + running.size());
            thread.setDaemon(true);
            thread.start();
        }
        for (FutureTask<Void> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                rethrow(e);
            }
        }
    }

    private static void rethrow(ExecutionException e) throws IOException, InterruptedException {
        Throwable cause = e.getCause();
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
