package dev.hydrant.firehose.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.stream.Destination;
import dev.hydrant.firehose.stream.StreamDefinition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The configuration of a stream's destination in a request, checked against the service model. */
interface DestinationConfiguration {

    /** The stream that this configuration makes, once every constraint of the model is met. */
    StreamDefinition definition(String name, long createdMillis) throws ServiceException;

    /** The one destination of a request that makes a stream; null when it has none that is known here, or several. */
    static @Nullable DestinationConfiguration of(Arguments request, Violations violations) throws ServiceException {
        return of(request, "Configuration", JsonNodeFactory.instance.objectNode(), null, violations);
    }

    /**
     * The same of a request that changes the stream {@code before}. What it does not name stays, unless the destination becomes one of
     * another kind (AWS documentation of UpdateDestination).
     */
    static @Nullable DestinationConfiguration ofUpdate(
            Arguments request, StreamDefinition before, Violations violations) throws ServiceException {
        return of(request, "Update", before.configuration(), name(before.destination()), violations);
    }

    /** What the kind of destination is called in requests, before Configuration, Update or Description. */
    static String name(Destination destination) {
        return destination instanceof Destination.Objects ? ExtendedS3Configuration.NAME : IcebergConfiguration.NAME;
    }

    private static @Nullable DestinationConfiguration of(
            Arguments request, String suffix, ObjectNode before, @Nullable String kindBefore, Violations violations)
            throws ServiceException {
        boolean iceberg = request.has(IcebergConfiguration.NAME + suffix);
        boolean s3 = request.has(ExtendedS3Configuration.NAME + suffix);
        if (iceberg == s3) {
            return null;
        }
        String kind = iceberg ? IcebergConfiguration.NAME : ExtendedS3Configuration.NAME;
        ObjectNode configuration = kind.equals(kindBefore) ? before.deepCopy() : JsonNodeFactory.instance.objectNode();
        configuration.setAll(request.object(kind + suffix).json());
        String at = kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1) + suffix + '.';
        return iceberg
                ? new IcebergConfiguration(new Arguments(configuration), at, violations)
                : new ExtendedS3Configuration(new Arguments(configuration), at, violations);
    }

    /** Refuses what the local Firehose does not do, rather than to leave it undone in silence. */
    static void refuse(boolean asked, String what) throws ServiceException {
        if (asked) {
            throw ServiceException.invalidArgument(what + " is not supported by the local Firehose.");
        }
    }
}
