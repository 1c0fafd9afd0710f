package dev.hydrant.record.lifecycle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifecyclesTest {

    /** Beyond the end of the longest head. */
    private static final int COUNT = 8 * Timetable.LONG_LAG + 20_000;

    private static final List<Lifecycle> FEW = List.of(life(0.2, 2, 1), life(0.05, 2, 1, 2));
    private static final List<Lifecycle> FULL =
            List.of(life(0.7, 0.5, 1), life(0.2, 0.5, 1, 2), life(0.09, 0.5, 1, 2, 3), life(0.01, 0.5, 9));
    private static final List<Lifecycle> LONG = IntStream.rangeClosed(1, 40)
            .mapToObj(n -> life(0.025, 1, IntStream.rangeClosed(1, n).toArray()))
            .toList();

    static Stream<Arguments> streams() {
        return Stream.of(FEW, FULL, LONG)
                .flatMap(lives -> Stream.of(0.01, 200.0, 50_000.0)
                        .flatMap(rate -> Stream.of(1L, -3L).map(seed -> Arguments.of(lives, rate, seed))));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everySubjectLivesOneOfTheLifecyclesOrItsBeginning(List<Lifecycle> lives, double rate, long seed) {
        Lifecycles lifecycles = new Lifecycles(seed, "stream", lives, rate);
        Map<Long, List<Integer>> lived = new HashMap<>();
        for (long index = 0; index < COUNT; index++) {
            long at = lifecycles.at(index);
            long subject = Lifecycles.subject(index, at);
            if (Lifecycles.stage(at) == 0) {
                assertThat(subject).isEqualTo(index);
                lived.put(index, new ArrayList<>());
            } else {
                assertThat(subject).as("subject of record %d", index).isBetween(0L, index - 1);
                requireNonNull(lived.get(subject), "a subject that did not begin")
                        .add(Lifecycles.stage(at));
            }
        }
        List<List<Integer>> possible = lives.stream()
                .flatMap(life -> IntStream.rangeClosed(0, life.stages().size())
                        .mapToObj(n ->
                                life.stages().stream().limit(n).map(Stage::code).toList()))
                .toList();
        assertThat(lived.values().stream().distinct()).isSubsetOf(possible);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void lifeGoesOnFarFromTheStart(List<Lifecycle> lives, double rate, long seed) {
        Lifecycles lifecycles = new Lifecycles(seed, "stream", lives, rate);
        long first = Long.MAX_VALUE - 100_000;
        Map<Long, Integer> last = new HashMap<>();
        for (long i = 0; i < 100_000; i++) {
            long index = first + i;
            long at = lifecycles.at(index);
            long subject = Lifecycles.subject(index, at);
            if (Lifecycles.stage(at) == 0) {
                last.put(index, 0);
            } else {
                assertThat(subject).isBetween(0L, index - 1);
                Integer before = last.put(subject, Lifecycles.stage(at));
                assertThat(before != null || subject < first)
                        .as("subject %d known", subject)
                        .isTrue();
                assertThat(before == null || before < Lifecycles.stage(at)).isTrue();
            }
        }
    }

    @Test
    void anyIndexIsAnsweredWithoutItsPredecessors() {
        Lifecycles lifecycles = new Lifecycles(4, "stream", FULL, 200);
        long[] inTurn = new long[50_000];
        for (int index = 0; index < inTurn.length; index++) {
            inTurn[index] = lifecycles.at(index);
        }
        Random random = new Random(4);
        Lifecycles again = new Lifecycles(4, "stream", FULL, 200);
        for (int i = 0; i < inTurn.length; i++) {
            int index = random.nextInt(inTurn.length);
            assertThat(again.at(index)).isEqualTo(inTurn[index]);
        }
    }

    @Test
    void nothingRepeatsBeforeAllLanesHaveTurned() {
        Lifecycles lifecycles = new Lifecycles(5, "stream", FEW, 200);
        int turn = Lanes.COUNT * Timetable.POSITIONS;
        for (int lag : new int[] {Lanes.COUNT, Timetable.POSITIONS, 2 * Timetable.POSITIONS, turn - Lanes.COUNT}) {
            int same = 0;
            int sameByChance = 0;
            for (int index = turn; index < 2 * turn; index++) {
                int stage = Lifecycles.stage(lifecycles.at(index));
                same += stage > 0 && stage == Lifecycles.stage(lifecycles.at(index + lag)) ? 1 : 0;
                sameByChance += stage > 0 && stage == Lifecycles.stage(lifecycles.at(index + lag + 12_345)) ? 1 : 0;
            }
            assertThat((double) same / sameByChance)
                    .as("repetition after %d records", lag)
                    .isBetween(0.9, 1.1);
        }
    }

    @Test
    void seedsAndStreamsDiffer() {
        Lifecycles one = new Lifecycles(1, "stream", FEW, 200);
        assertThat(types(one)).isNotEqualTo(types(new Lifecycles(2, "stream", FEW, 200)));
        assertThat(types(one)).isNotEqualTo(types(new Lifecycles(1, "other", FEW, 200)));
        assertThat(types(one)).isEqualTo(types(new Lifecycles(1, "stream", FEW, 200)));
    }

    @Test
    void withoutLifecyclesEveryRecordBeginsASubject() {
        Lifecycles lifecycles = new Lifecycles(1, "stream", List.of(), 200);
        assertThat(LongStream.range(0, 10_000).map(lifecycles::at)).containsOnly(0L);
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> life(1.5, 1, 1)).hasMessage("share of a lifecycle 1.5: allowed 0 to 1");
        assertThatThrownBy(() -> life(Double.NaN, 1, 1)).hasMessage("share of a lifecycle NaN: allowed 0 to 1");
        assertThatThrownBy(() -> life(0.5, 1)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> life(0.5, 1, 3, 3)).hasMessageContaining("no code twice");
        assertThatThrownBy(() -> life(0.5, 0, 1)).hasMessage("delay of stage 1 0.0 s: allowed more than 0");
        assertThatThrownBy(() -> life(0.5, 1, 0)).hasMessage("stage code 0: allowed 1 to 65535");
        assertThatThrownBy(() -> new Lifecycles(1, "s", FEW, 0))
                .hasMessage("records per second 0.0: allowed more than 0");
        assertThatThrownBy(() -> new Lifecycles(1, "s", List.of(life(0.6, 1, 1), life(0.6, 1, 1)), 1))
                .hasMessageContaining("shares of 1.2 in all");
        assertThatThrownBy(() -> new Lifecycles(1, "s", List.of(life(0.6, 1e6, 1)), 1e6))
                .hasMessageContaining(
                        "delay of stage 1 1000000.0 s at 1000000.0 records/s: allowed up to 2^39 records");
    }

    private static List<Integer> types(Lifecycles lifecycles) {
        return LongStream.range(0, 1_000)
                .mapToObj(index -> Lifecycles.stage(lifecycles.at(index)))
                .toList();
    }

    private static Lifecycle life(double share, double delay, int... codes) {
        return new Lifecycle(
                share,
                IntStream.of(codes).mapToObj(code -> new Stage(code, delay)).toList());
    }
}
