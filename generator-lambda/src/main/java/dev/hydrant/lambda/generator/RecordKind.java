package dev.hydrant.lambda.generator;

import dev.hydrant.record.RecordSource;
import dev.hydrant.record.dynamodb.DynamoDbOptions;
import dev.hydrant.record.dynamodb.DynamoDbRecords;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.record.sensor.SensorRecords;
import dev.hydrant.record.sensor.UniformReadings;
import dev.hydrant.record.ses.SesOptions;
import dev.hydrant.record.ses.SesRecords;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records that the generator can make. */
public enum RecordKind {
    /** Readings of ten sensors. */
    SENSOR {
        @Override
        public RecordSource source(long seed, Minutes minutes) {
            return new SensorRecords(new Fleet(10), new UniformReadings(seed, "sensors"));
        }
    },
    /** Events of Amazon SES. */
    SES {
        @Override
        public RecordSource source(long seed, Minutes minutes) {
            return new SesRecords(seed, "ses", SesOptions.DEFAULT, minutes.rate(0), minutes::due);
        }
    },
    /** Changes of DynamoDB items. */
    DYNAMODB {
        @Override
        public RecordSource source(long seed, Minutes minutes) {
            return new DynamoDbRecords(seed, "dynamodb", DynamoDbOptions.DEFAULT, minutes.rate(0), minutes::due);
        }
    };

    /** Makes them, the same for the same seed and times. */
    public abstract RecordSource source(long seed, Minutes minutes);

    /** The kind of this name, in lower case. */
    public static Optional<RecordKind> of(String name) {
        return Stream.of(values()).filter(kind -> kind.toString().equals(name)).findFirst();
    }

    static String allowed() {
        return Stream.of(values()).map(RecordKind::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
