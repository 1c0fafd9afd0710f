package dev.hydrant.cli.progress;

import java.io.PrintWriter;

/** One line on a terminal, written over again and again, never wider than the terminal. */
public final class LiveLine implements Display {

    private static final String BACK_AND_ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final int columns;

    public LiveLine(PrintWriter terminal, int columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    @Override
    public void show(Snapshot now) {
        String line = ProgressText.of(now);
        terminal.print(BACK_AND_ERASE + line.substring(0, Math.min(line.length(), columns - 1)));
        terminal.flush();
    }

    @Override
    public void end() {
        terminal.print(BACK_AND_ERASE);
        terminal.flush();
    }
}
