package dev.hydrant.record.lifecycle;

import dev.hydrant.record.Draws;
import java.util.List;

/**
 * Which subject record {@code index} is about, and which stage of its life the record tells: a message and its opening,
 * an item and its changes.
 *
 * <p>A record begins a subject, or is a later stage of one that a smaller index began; a subject's stages come in
 * order, each once. That is read from a {@link Timetable} made once, in {@link Lanes} that keep its period out of
 * sight. Whether a subject takes its stages at all is a draw of its own (see {@link Chance}), so the shares are exact
 * in the long run; the stages of those that do not are records that begin a subject instead. The first records are a
 * case of their own, the {@link Head}.
 *
 * <p>Any index is answered in constant time and without state, by any thread.
 */
public final class Lifecycles {

    private final Lanes lanes;
    private final long[] head;

    /**
     * Makes the timetable: some milliseconds, half a megabyte, and up to a megabyte more for the head.
     *
     * @param lifecycles of shares that add up to at most 1
     * @param recordsPerSecond of the stream, more than 0: delays are counted in records by it, so they are longer where
     *     the stream runs slower; none is shorter than the way to the next group of eight
     * @throws IllegalArgumentException when a value is out of range, or a subject's life is longer than 2<sup>39</sup>
     *     records
     */
    public Lifecycles(long seed, String stream, List<Lifecycle> lifecycles, double recordsPerSecond) {
        if (!(recordsPerSecond > 0) || recordsPerSecond == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("records per second " + recordsPerSecond + ": allowed more than 0");
        }
        Timetable timetable = new Timetable(
                new Draws(seed, stream, "lifecycle.timetable"), lifecycles, recordsPerSecond / Lanes.COUNT);
        lanes = new Lanes(seed, stream, timetable, lifecycles.size());
        head = Head.of(lanes, lifecycles, new Draws(seed, stream, "lifecycle.head"), timetable.headLength());
    }

    /**
     * What record {@code index} is: 0 when it begins a subject, else a number that {@link #stage} and {@link #subject}
     * read.
     *
     * @param index from 0; not checked
     */
    public long at(long index) {
        if (index < head.length) {
            return head[(int) index];
        }
        long entry = lanes.entry(index);
        // Where a subject begins, the lag and the code are 0. Nothing is asked before the one question that the caller
        // asks: a processor would guess wrong every other time whether a subject takes its stages.
        long subject = lanes.subject(index, entry);
        long begunMask = ~subject >> 63;
        return lanes.fulfilledMask(subject, entry) & begunMask & pack(index - subject, Timetable.code(entry));
    }

    /** The code of the {@link Stage} in what {@link #at} returned; 0 when the record begins a subject. */
    public static int stage(long at) {
        return (int) at & Stage.MAX_CODE;
    }

    /**
     * The index of the record that began the subject of record {@code index}, from what {@link #at} returned for it.
     */
    public static long subject(long index, long at) {
        return index - (at >>> 16);
    }

    static long pack(long lag, int code) {
        return lag << 16 | code;
    }
}
