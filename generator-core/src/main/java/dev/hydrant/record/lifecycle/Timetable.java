package dev.hydrant.record.lifecycle;

import dev.hydrant.record.Draws;
import java.util.Arrays;
import java.util.List;

/**
 * One turn of a lane: subjects that begin at random positions of a ring, and the positions at which they reach their
 * stages.
 *
 * <p>Let s<sub>f</sub> be the share and l<sub>f</sub> the number of stages of lifecycle f. Of P positions
 *
 * <pre>
 *   S = P / (1 + sum s_f l_f)       begin a subject, in the long run
 *   n_f = S s_f                     of these take the stages of lifecycle f
 *   N_f = n_f / q, rounded          have them planned; each does take them with chance q_f = n_f / N_f
 *   q &gt;= (sum s_f (1 + l_f)) / (1 + sum s_f l_f)     for sum N_f (1 + l_f) &lt;= P, and at least 1/2
 * </pre>
 *
 * The ring is cut into N_f equal parts, and in each one subject of lifecycle f begins, at a random place: so a short
 * run has its share of each. The delay before a stage is the sum of two exponential ones (Erlang's distribution of
 * shape 2): few at once, most near the mean, one in a hundred more than 3.3 times it. It may be longer than the ring.
 * Positions are ranks of real-valued times, so in a lane delays of neighbours vary with how crowded the ring is there.
 */
final class Timetable {

    static final int POSITION_BITS = 16;
    static final int POSITIONS = 1 << POSITION_BITS;

    /** Positions of a lane; 2^17 records. */
    static final int LONG_LAG = 1 << 14;

    private static final double LEAST_CHANCE = 0.5;
    /** Times are whole numbers of 2^-24 positions; the ring's circumference is 2^40 of them. */
    private static final int UNIT_BITS = 24;

    private static final long RING = 1L << (POSITION_BITS + UNIT_BITS);
    private static final int LAG_BITS = 36;
    private static final int MAX_LIFECYCLES = 0xfff;
    private static final long LONGEST = 1L << (LAG_BITS + UNIT_BITS);

    private final List<Lifecycle> lifecycles;
    private final Draws draws;
    private final double positionsPerSecond;
    private final int[] planned;
    private final double[] chance;
    private final double[] longLags;
    private final long[] ring = new long[POSITIONS];
    private int headLength;
    private long drawn;

    Timetable(Draws draws, List<Lifecycle> lifecycles, double positionsPerSecond) {
        this.draws = draws;
        this.lifecycles = lifecycles;
        this.positionsPerSecond = positionsPerSecond;
        planned = new int[lifecycles.size()];
        chance = new double[lifecycles.size()];
        longLags = new double[lifecycles.size()];
        plan();
        fill();
    }

    /** At each position its {@link #lag}, {@link #lifecycle} and {@link #code}. */
    long[] ring() {
        return ring;
    }

    /** With which chance a subject that has the stages of {@code lifecycle} planned takes them. */
    double chance(int lifecycle) {
        return chance[lifecycle];
    }

    /**
     * Mean positions from a subject's beginning to its last stage, where those below {@link #LONG_LAG} count as none.
     */
    double meanLongLag(int lifecycle) {
        return planned[lifecycle] == 0 ? 0 : longLags[lifecycle] / planned[lifecycle];
    }

    /**
     * How many positions at the start may have stages of subjects that began less than {@link #LONG_LAG} before them.
     */
    int headLength() {
        return headLength;
    }

    /** How many positions earlier the subject began; 0 where it begins. */
    static long lag(long entry) {
        return entry >>> (64 - LAG_BITS);
    }

    /** The subject's lifecycle, -1 when it has none. */
    static int lifecycle(long entry) {
        return ((int) (entry >>> 16) & MAX_LIFECYCLES) - 1;
    }

    /** The stage's code, 0 where a subject begins. */
    static int code(long entry) {
        return (int) entry & Stage.MAX_CODE;
    }

    private void plan() {
        double share = 0;
        double stages = 0;
        for (Lifecycle lifecycle : lifecycles) {
            share += lifecycle.share();
            stages += lifecycle.share() * lifecycle.stages().size();
        }
        if (share > 1 + 1e-9 || lifecycles.size() > MAX_LIFECYCLES) {
            throw new IllegalArgumentException(lifecycles.size() + " lifecycles with shares of " + share
                    + " in all: allowed up to " + MAX_LIFECYCLES + " and 1");
        }
        double subjects = POSITIONS / (1 + stages);
        double q = Math.max(LEAST_CHANCE, (share + stages) / (1 + stages));
        // Rounding the running sum keeps the total within one of what it should be, however many lifecycles are rare.
        double sum = 0.5;
        int free = POSITIONS;
        for (int i = 0; i < planned.length; i++) {
            double exact = subjects * lifecycles.get(i).share() / q;
            planned[i] = (int) (Math.floor(sum + exact) - Math.floor(sum));
            sum += exact;
            free -= planned[i] * positions(i);
        }
        while (free < 0) {
            int most = mostPlanned();
            planned[most]--;
            free += positions(most);
        }
        for (int i = 0; i < planned.length; i++) {
            chance[i] = planned[i] == 0
                    ? 0
                    : Math.min(1, subjects * lifecycles.get(i).share() / planned[i]);
        }
    }

    private int positions(int lifecycle) {
        return 1 + lifecycles.get(lifecycle).stages().size();
    }

    private int mostPlanned() {
        int most = 0;
        for (int i = 1; i < planned.length; i++) {
            most = planned[i] > planned[most] ? i : most;
        }
        return most;
    }

    private void fill() {
        long[] times = new long[POSITIONS];
        long[] entries = new long[POSITIONS];
        int[] beginnings = new int[POSITIONS];
        int at = 0;
        for (int i = 0; i < planned.length; i++) {
            for (int n = 0; n < planned[i]; n++) {
                int beginning = at;
                long time = time(n, planned[i]);
                entries[at] = (long) (i + 1) << 16;
                times[at++] = time;
                for (Stage stage : lifecycles.get(i).stages()) {
                    time += delay(stage);
                    if (time >= LONGEST) {
                        throw tooLong(stage);
                    }
                    times[at] = time;
                    entries[at] = (long) (i + 1) << 16 | stage.code();
                    beginnings[at++] = beginning;
                }
            }
        }
        int free = POSITIONS - at;
        for (int n = 0; n < free; n++) {
            times[at++] = time(n, free);
        }
        place(times, entries, beginnings);
    }

    private void place(long[] times, long[] entries, int[] beginnings) {
        long[] order = new long[POSITIONS];
        for (int i = 0; i < POSITIONS; i++) {
            order[i] = (times[i] & (RING - 1)) << POSITION_BITS | i;
        }
        Arrays.sort(order);
        int[] rank = new int[POSITIONS];
        for (int i = 0; i < POSITIONS; i++) {
            rank[(int) order[i] & POSITIONS - 1] = i;
        }
        for (int i = 0; i < POSITIONS; i++) {
            ring[rank[i]] = entries[i];
            if (code(entries[i]) == 0) {
                continue;
            }
            long turns = times[i] >>> (POSITION_BITS + UNIT_BITS);
            long lag = (turns << POSITION_BITS) + rank[i] - rank[beginnings[i]];
            ring[rank[i]] |= lag << (64 - LAG_BITS);
            if (lag < LONG_LAG) {
                headLength = Math.max(headLength, (int) lag);
            } else if (i + 1 == POSITIONS || code(entries[i + 1]) == 0) {
                // What follows the last stage of a subject is the beginning of another.
                longLags[lifecycle(entries[i])] += lag;
            }
        }
    }

    private long time(int n, int of) {
        return (long) ((n + unit()) / of * RING);
    }

    private long delay(Stage stage) {
        // StrictMath gives the same bits on every machine; 1 - u is never 0.
        double erlang = -StrictMath.log((1 - unit()) * (1 - unit())) / 2;
        double positions = erlang * stage.delay() * positionsPerSecond;
        return 1 + (long) Math.min(positions * (1L << UNIT_BITS), LONGEST);
    }

    private double unit() {
        return (draws.fraction(drawn++) >>> 10) * 0x1p-53;
    }

    private IllegalArgumentException tooLong(Stage stage) {
        return new IllegalArgumentException("delay of stage " + stage.code() + " " + stage.delay() + " s at "
                + positionsPerSecond * Lanes.COUNT
                + " records/s: allowed up to 2^39 records from a subject's first record to its last");
    }
}
