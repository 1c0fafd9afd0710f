package dev.hydrant.record.lifecycle;

import dev.hydrant.record.Draws;

/**
 * The timetable as the records of a stream go round it, in eight lanes. A group of eight records takes one from every
 * lane, in an order drawn for the group:
 *
 * <pre>
 *   g = index / 8                   the group, and the position in the lane
 *   lane = shuffle_g(index mod 8)   a bijection of 0 … 7
 *   entry = ring[(g + phase_lane) mod 2^16]
 *
 *   subject = 8 (g - lag) + shuffle_(g-lag)^-1(lane)     lag &gt;= 1 for a stage, so subject &lt; index
 * </pre>
 *
 * What is planned repeats after 2<sup>19</sup> records, each group in another order and with other subjects taking
 * their stages.
 */
final class Lanes {

    static final int BITS = 3;
    static final int COUNT = 1 << BITS;

    private final Draws shuffles;
    private final Draws fulfilled;
    private final long[] ring;
    private final int[] phase = new int[COUNT];
    /** By lifecycle, from -1: that of a subject without one. */
    private final Chance[] chances;

    Lanes(long seed, String stream, Timetable timetable, int lifecycles) {
        shuffles = new Draws(seed, stream, "lifecycle.shuffle");
        fulfilled = new Draws(seed, stream, "lifecycle.fulfilled");
        ring = timetable.ring();
        Draws phases = new Draws(seed, stream, "lifecycle.phase");
        for (int lane = 0; lane < COUNT; lane++) {
            phase[lane] = Draws.scale(phases.fraction(lane), Timetable.POSITIONS);
        }
        chances = new Chance[1 + lifecycles];
        chances[0] = Chance.NONE;
        for (int i = 0; i < lifecycles; i++) {
            chances[1 + i] = new Chance(timetable.chance(i), timetable.meanLongLag(i) * COUNT);
        }
    }

    /** What the timetable has for record {@code index}. */
    long entry(long index) {
        long group = index >>> BITS;
        return ring[(int) (group + phase[lane(index)]) & (Timetable.POSITIONS - 1)];
    }

    /**
     * The record that began the subject of record {@code index}: this one where the timetable has a beginning, a smaller
     * one where it has a stage, negative when that would have come before the stream.
     */
    long subject(long index, long entry) {
        long begun = (index >>> BITS) - Timetable.lag(entry);
        return (begun << BITS) + unshuffle(shuffles.bits(begun), lane(index));
    }

    /** -1 when {@code subject} takes the stages that the timetable has for it, 0 when it does not, or there are none. */
    long fulfilledMask(long subject, long entry) {
        return chances[1 + Timetable.lifecycle(entry)].fulfilledMask(subject, fulfilled.fraction(subject));
    }

    private int lane(long index) {
        return shuffle(shuffles.bits(index >>> BITS), (int) index & (COUNT - 1));
    }

    // x -> ((x xor a) m + b) mod 8 with m odd; m is its own inverse, for m^2 = 1 mod 8.
    private static int shuffle(long bits, int place) {
        return ((place ^ a(bits)) * m(bits) + b(bits)) & 7;
    }

    private static int unshuffle(long bits, int lane) {
        return ((lane - b(bits)) * m(bits) & 7) ^ a(bits);
    }

    private static int a(long bits) {
        return (int) bits & 7;
    }

    private static int m(long bits) {
        return ((int) (bits >>> 3) & 7) | 1;
    }

    private static int b(long bits) {
        return (int) (bits >>> 6) & 7;
    }
}
