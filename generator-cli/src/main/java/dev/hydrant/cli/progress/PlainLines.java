package dev.hydrant.cli.progress;

import java.io.PrintWriter;

/** A line for each snapshot, for logs. */
public final class PlainLines implements Display {

    private final PrintWriter log;

    public PlainLines(PrintWriter log) {
        this.log = log;
    }

    @Override
    public void show(Snapshot now) {
        log.println(ProgressText.of(now));
    }

    @Override
    public void end() {}
}
