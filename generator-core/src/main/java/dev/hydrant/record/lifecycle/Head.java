package dev.hydrant.record.lifecycle;

import dev.hydrant.record.Draws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first records of a stream, where the timetable has stages of subjects that would have begun before it. Each such
 * subject is stood in for by one of the stream's own that has lived the same so far and has nothing more planned,
 * chosen at random. So the stages are as frequent from the start as later, and a short run has its whole share of them,
 * although its last subjects' stages are still to come.
 *
 * <p>Made once by going through the records in turn; it ends where the last such stage does, or at
 * {@link Timetable#LONG_LAG} groups: longer delays are {@link Chance}'s to make up for. Where nobody can stand in, the
 * record begins a subject.
 */
final class Head {

    private final Lanes lanes;
    private final Draws draws;
    private final Pasts pasts;
    private final long[] records;
    /** The subjects with nothing more planned, by what they have lived. */
    private final List<List<Integer>> idle = new ArrayList<>();
    /** Who stands in for whom. */
    private final Map<Long, Integer> standIns = new HashMap<>();

    private Head(Lanes lanes, List<Lifecycle> lifecycles, Draws draws, int groups) {
        this.lanes = lanes;
        this.draws = draws;
        pasts = new Pasts(lifecycles);
        records = new long[groups * Lanes.COUNT];
        for (int past = 0; past < pasts.count(); past++) {
            idle.add(new ArrayList<>());
        }
    }

    /** What {@link Lifecycles#at} returns for the first records. */
    static long[] of(Lanes lanes, List<Lifecycle> lifecycles, Draws draws, int groups) {
        Head head = new Head(lanes, lifecycles, draws, groups);
        for (int index = 0; index < head.records.length; index++) {
            head.records[index] = head.record(index);
        }
        return head.records;
    }

    private long record(int index) {
        long entry = lanes.entry(index);
        int code = Timetable.code(entry);
        int lifecycle = Timetable.lifecycle(entry);
        if (code == 0) {
            return lanes.fulfilledMask(index, entry) != 0 ? 0 : begin(index);
        }
        long subject = lanes.subject(index, entry);
        if (lanes.fulfilledMask(subject, entry) == 0) {
            return begin(index);
        }
        int stage = pasts.stage(lifecycle, code);
        int reached = subject >= 0 ? (int) subject : standIn(subject, entry, pasts.before(lifecycle, stage), index);
        if (reached < 0) {
            return begin(index);
        }
        if (pasts.isLast(lifecycle, stage)) {
            idle.get(pasts.before(lifecycle, stage + 1)).add(reached);
        } else if (subject < 0) {
            standIns.put(subject, reached);
        }
        return Lifecycles.pack(index - reached, code);
    }

    private long begin(int index) {
        idle.get(Pasts.NONE).add(index);
        return 0;
    }

    private int standIn(long subject, long entry, int past, int index) {
        if (Timetable.lag(entry) >= Timetable.LONG_LAG) {
            return -1;
        }
        Integer known = standIns.remove(subject);
        if (known != null) {
            return known;
        }
        List<Integer> candidates = idle.get(past);
        if (candidates.isEmpty()) {
            return -1;
        }
        int chosen = Draws.scale(draws.fraction(index), candidates.size());
        int last = candidates.remove(candidates.size() - 1);
        return chosen == candidates.size() ? last : candidates.set(chosen, last);
    }
}
