package dev.hydrant.lambda.generator;

import dev.hydrant.record.RecordSource;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.run.RecordKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Keeps the source of the last settings: vocabularies take longer to make than a batch, and settings seldom change. */
public final class Sources {

    private static final Fleet TEN = new Fleet(10);

    private @Nullable Key key;
    private @Nullable RecordSource source;

    /** The source of {@code settings}; stream and shard make no difference to it. */
    public RecordSource of(GeneratorSettings settings) {
        Key asked = new Key(settings.records(), settings.rate().perSecond(), settings.seconds(), settings.seed());
        RecordSource kept = source;
        if (kept == null || !asked.equals(key)) {
            kept = settings.records()
                    .source(settings.seed(), TEN, settings.minutes().rate(0), settings.minutes()::due);
            source = kept;
            key = asked;
        }
        return kept;
    }

    private record Key(RecordKind records, BigDecimal rate, int seconds, long seed) {}
}
