package dev.hydrant.run;

import dev.hydrant.record.RecordSource;
import dev.hydrant.record.dynamodb.DynamoDbOptions;
import dev.hydrant.record.dynamodb.DynamoDbRecords;
import dev.hydrant.record.sensor.Fleet;
import dev.hydrant.record.sensor.SensorRecords;
import dev.hydrant.record.sensor.UniformReadings;
import dev.hydrant.record.ses.SesOptions;
import dev.hydrant.record.ses.SesRecords;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** The kinds of records, each made the same wherever it is asked for: by the command line, or by the scheduled function. */
public enum RecordKind {
    /** Readings of sensors. */
    SENSOR("sensors") {
        @Override
        public RecordSource source(long seed, Fleet fleet, double perSecond, LongUnaryOperator eventTimeOf) {
            return new SensorRecords(fleet, new UniformReadings(seed, stream()));
        }
    },
    /** Events of Amazon SES: Send, Open and Click. */
    SES("ses") {
        @Override
        public RecordSource source(long seed, Fleet fleet, double perSecond, LongUnaryOperator eventTimeOf) {
            return new SesRecords(seed, stream(), SesOptions.DEFAULT, perSecond, eventTimeOf);
        }
    },
    /** Changes of DynamoDB items. */
    DYNAMODB("dynamodb") {
        @Override
        public RecordSource source(long seed, Fleet fleet, double perSecond, LongUnaryOperator eventTimeOf) {
            return new DynamoDbRecords(seed, stream(), DynamoDbOptions.DEFAULT, perSecond, eventTimeOf);
        }
    };

    private final String stream;

    RecordKind(String stream) {
        this.stream = stream;
    }

    /**
     * Makes the records.
     *
     * @param fleet of the sensors
     * @param perSecond the stream's usual rate, by which mean delays become numbers of records; above 0
     * @param eventTimeOf the event time of a record by its index, epoch nanoseconds: an Open tells when its Send was
     */
    public abstract RecordSource source(long seed, Fleet fleet, double perSecond, LongUnaryOperator eventTimeOf);

    /** The stream's name in the random numbers, and by default its delivery stream's. */
    public String stream() {
        return stream;
    }

    /** The kind of this name, in lower case. */
    public static Optional<RecordKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst();
    }

    /** All names, parted by commas. */
    public static String allowed() {
        return Arrays.stream(values()).map(RecordKind::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
