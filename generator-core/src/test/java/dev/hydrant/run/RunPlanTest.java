package dev.hydrant.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.load.ConstantRate;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.scenario.Shard;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunPlanTest {

    private static final ConstantRate RATE = ConstantRate.parse("200");
    private static final long FROM = 1_001;
    private static final long TO = 6_006;

    @ParameterizedTest
    @EnumSource(names = {"SES", "DYNAMODB"})
    void theTypesOfTheShardsAddUpToThoseOfTheWholeAndToItsRecords(RecordKind kind) {
        SortedMap<String, Long> whole = plan(kind, Shard.WHOLE).types(TO);
        SortedMap<String, Long> sum = new TreeMap<>();
        for (int shard = 0; shard < 7; shard++) {
            plan(kind, new Shard(shard, 7)).types(TO).forEach((type, count) -> sum.merge(type, count, Long::sum));
        }

        assertThat(sum).isEqualTo(whole).hasSize(3);
        assertThat(whole.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(TO - FROM);
    }

    @Test
    void onlyWhatWasMadeIsCounted() {
        assertThat(plan(RecordKind.SES, Shard.WHOLE).types(FROM)).isEmpty();
        assertThat(plan(RecordKind.DYNAMODB, Shard.WHOLE).types(FROM + 1).values())
                .containsExactly(1L);
    }

    @Test
    void recordsThatAreAllAlikeHaveNoTypes() {
        assertThat(plan(RecordKind.SENSOR, Shard.WHOLE).types(TO)).isEqualTo(Map.of());
    }

    private static RunPlan plan(RecordKind kind, Shard shard) {
        RecordSource source = kind.source(42, new Fleet(10), RATE.rate(0), RATE::due);
        return new RunPlan(source, RATE, 0, FROM, TO, shard, 0, Duration.ZERO, 1e6);
    }
}
