package dev.hydrant.cli.progress;

/** Shows how a run stands. Called by one thread at a time. */
public interface Display {

    /** Shows nothing. */
    Display NONE = new Display() {
        @Override
        public void show(Snapshot now) {}

        @Override
        public void end() {}
    };

    void show(Snapshot now);

    /** Nothing more is shown: leaves the terminal as other output expects it. */
    void end();
}
