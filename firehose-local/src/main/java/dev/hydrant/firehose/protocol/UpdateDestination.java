package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.DeliveryStreams;
import dev.hydrant.firehose.stream.StreamDefinition;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * AWS documentation of UpdateDestination: buffering, prefixes, tables, processing change at once, and the version id counts up.
 *
 * <p>RetryOptions are kept and described: the local Firehose tries for as long as it lives. A stream that the program itself starts with
 * is changed back at the next start to what the command line says.
 */
final class UpdateDestination implements Operation {

    private static final Pattern VERSION = Pattern.compile("[0-9]+");
    private static final Pattern DESTINATION = Pattern.compile("[a-zA-Z0-9-]+");
    private static final int LONGEST_VERSION = 50;
    private static final int LONGEST_DESTINATION = 100;

    private final DeliveryStreams streams;

    UpdateDestination(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public void answer(Request request, Reply reply) throws ServiceException, IOException, InterruptedException {
        Arguments arguments = Arguments.of(request);
        Violations violations = new Violations();
        String name = StreamName.check(arguments, violations);
        String version = arguments.text("CurrentDeliveryStreamVersionId");
        String destination = arguments.text("DestinationId");
        violations.required(version, "currentDeliveryStreamVersionId", LONGEST_VERSION, VERSION);
        violations.required(destination, "destinationId", LONGEST_DESTINATION, DESTINATION);
        violations.check();
        while (true) {
            StreamDefinition before = Puts.stream(streams, name).definition();
            check(before, String.valueOf(version), String.valueOf(destination));
            switch (change(before, arguments)) {
                case DONE -> {
                    reply.ascii("{}");
                    return;
                }
                case HELD ->
                    throw ServiceException.inUse(
                            "Firehose %s holds records that cannot be delivered to its present destination."
                                    .formatted(name));
                case STALE -> {
                    // Its tags may have changed meanwhile; if its version has, the next round says so.
                }
            }
        }
    }

    private DeliveryStreams.Change change(StreamDefinition before, Arguments arguments)
            throws ServiceException, IOException, InterruptedException {
        Violations violations = new Violations();
        DestinationConfiguration update = DestinationConfiguration.ofUpdate(arguments, before, violations);
        violations.check();
        if (update == null) {
            throw ServiceException.invalidArgument("The local Firehose takes one of %sUpdate and %sUpdate."
                    .formatted(IcebergConfiguration.NAME, ExtendedS3Configuration.NAME));
        }
        StreamDefinition after = before.changedTo(update.definition(before.name(), before.createdMillis()));
        try {
            return streams.update(before, after.next());
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidArgument(String.valueOf(e.getMessage()));
        }
    }

    private static void check(StreamDefinition stream, String version, String destination) throws ServiceException {
        int current = stream.attributes().version();
        if (!version.equals(Integer.toString(current))) {
            throw ServiceException.concurrentModification(
                    "Cannot update firehose: %s since the current version id: %d and specified version id: %s do not match"
                            .formatted(stream.name(), current, version));
        }
        if (!destination.equals(DestinationDescription.ID)) {
            throw ServiceException.invalidArgument("Destination Id %s not found".formatted(destination));
        }
    }
}
