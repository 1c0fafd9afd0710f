package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.stream.StreamAttributes;
import dev.hydrant.firehose.stream.StreamDefinition;
import dev.hydrant.firehose.stream.StreamEncryption;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;

/** AWS documentation of CreateDeliveryStream, for Direct PUT into Apache Iceberg tables or objects. The stream is active at once. */
final class CreateDeliveryStream implements Operation {

    static final String DIRECT_PUT = "DirectPut";
    static final List<String> TYPES = List.of(DIRECT_PUT, "KinesisStreamAsSource", "MSKAsSource", "DatabaseAsSource");
    static final String FAILED_DATA_ONLY = "FailedDataOnly";
    static final int DEFAULT_RETRY_SECONDS = 300;

    /** AWS quota: streams per region, in most regions. */
    private static final int MOST_STREAMS = 5_000;

    private final DeliveryStreams streams;
    private final InstantSource clock;

    CreateDeliveryStream(DeliveryStreams streams, InstantSource clock) {
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException {
        Arguments arguments = Arguments.of(request);
        Violations violations = new Violations();
        String name = StreamName.check(arguments, violations);
        String type = Objects.requireNonNullElse(arguments.text("DeliveryStreamType"), DIRECT_PUT);
        violations.oneOf(type, "deliveryStreamType", TYPES);
        DestinationConfiguration destination = DestinationConfiguration.of(arguments, violations);
        NavigableMap<String, String> tags = Tags.of(arguments, violations);
        StreamEncryption encryption = Encryption.of(arguments, violations);
        violations.check();
        Tags.limit(tags, name);
        Encryption.check(encryption);
        if (!type.equals(DIRECT_PUT) || destination == null) {
            throw ServiceException.invalidArgument(
                    "DeliveryStreamType %s: the local Firehose takes DirectPut with %sConfiguration or %sConfiguration only."
                            .formatted(type, IcebergConfiguration.NAME, ExtendedS3Configuration.NAME));
        }
        if (name.matches("\\.+")) {
            throw ServiceException.invalidArgument("DeliveryStreamName %s: not of dots alone here.".formatted(name));
        }
        if (streams.namesAfter("").size() >= MOST_STREAMS) {
            throw ServiceException.limitExceeded(
                    "You have already consumed your firehose quota of %d hoses.".formatted(MOST_STREAMS));
        }
        StreamDefinition stream = destination
                .definition(name, clock.millis())
                .with(StreamAttributes.NEW.withTags(tags).withEncryption(encryption));
        if (!created(stream)) {
            throw ServiceException.inUse(
                    "Firehose %s under accountId %s already exists".formatted(name, StreamDefinition.ACCOUNT));
        }
        Arguments.JSON.writeValue(reply, Arguments.JSON.createObjectNode().put("DeliveryStreamARN", stream.arn()));
    }

    private boolean created(StreamDefinition stream) throws ServiceException, IOException {
        try {
            return streams.create(stream);
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidArgument(String.valueOf(e.getMessage()));
        }
    }
}
