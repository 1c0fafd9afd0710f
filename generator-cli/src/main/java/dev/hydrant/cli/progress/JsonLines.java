package dev.hydrant.cli.progress;

import java.io.PrintWriter;
import java.util.Map;

/** A JSON object for each snapshot, for machines. */
public final class JsonLines implements Display {

    private final PrintWriter out;

    public JsonLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Snapshot now) {
        out.println(RunJson.of("progress", now, Map.of()));
    }

    @Override
    public void end() {}
}
