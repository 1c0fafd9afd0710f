package dev.hydrant.load;

import java.time.Duration;

/** Nothing for a time: {@code rate(t) = 0}. */
public record Pause(Duration length) implements Segment {

    public Pause {
        Segment.nanos("length", length);
    }

    @Override
    public Curve curve(long before) {
        return Curve.flat(0, Segment.nanos("length", length));
    }

    @Override
    public String toString() {
        return "pause" + Segment.lasting(length);
    }
}
