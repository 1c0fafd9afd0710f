package dev.hydrant.cli;

/** What the exit code of every command says. */
public final class ExitCode {

    /** Everything asked for was done: all records delivered, all rows landed. */
    public static final int DONE = 0;
    /** Something was not: records in the dead letters or aborted, rows not landed, the machine in the way. */
    public static final int NOT_DONE = 1;
    /** The command line, or something it names, is wrong; nothing was done. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
