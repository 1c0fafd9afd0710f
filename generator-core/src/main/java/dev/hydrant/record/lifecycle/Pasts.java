package dev.hydrant.record.lifecycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a subject can have lived so far, numbered: lifecycles that begin alike share the numbers of their beginnings.
 */
final class Pasts {

    /** Of a subject without any stage. */
    static final int NONE = 0;

    private final int[][] codes;
    private final int[][] numbers;
    private int count = 1;

    Pasts(List<Lifecycle> lifecycles) {
        codes = new int[lifecycles.size()][];
        numbers = new int[lifecycles.size()][];
        Map<Long, Integer> longer = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            List<Stage> stages = lifecycles.get(i).stages();
            codes[i] = stages.stream().mapToInt(Stage::code).toArray();
            numbers[i] = new int[codes[i].length + 1];
            for (int stage = 0; stage < codes[i].length; stage++) {
                long key = (long) numbers[i][stage] << 16 | codes[i][stage];
                numbers[i][stage + 1] = longer.computeIfAbsent(key, none -> count++);
            }
        }
    }

    int count() {
        return count;
    }

    /** Which stage of the lifecycle, from 0, has the code. */
    int stage(int lifecycle, int code) {
        int stage = 0;
        while (codes[lifecycle][stage] != code) {
            stage++;
        }
        return stage;
    }

    /** What a subject of the lifecycle has lived before that stage. */
    int before(int lifecycle, int stage) {
        return numbers[lifecycle][stage];
    }

    boolean isLast(int lifecycle, int stage) {
        return stage == codes[lifecycle].length - 1;
    }
}
