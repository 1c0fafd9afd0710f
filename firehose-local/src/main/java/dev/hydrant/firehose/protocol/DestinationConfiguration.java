package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.stream.StreamDefinition;
import org.jspecify.annotations.Nullable;

/** The configuration of a stream's destination in a request, checked against the service model. */
interface DestinationConfiguration {

    /** The stream that this configuration makes, once every constraint of the model is met. */
    StreamDefinition definition(String name, long createdMillis) throws ServiceException;

    /** The one destination of the request; null when it has none that is known here, or several. */
    static @Nullable DestinationConfiguration of(Arguments request, Violations violations) throws ServiceException {
        boolean iceberg = request.has(IcebergConfiguration.NAME);
        boolean s3 = request.has(ExtendedS3Configuration.NAME);
        if (iceberg == s3) {
            return null;
        }
        return iceberg
                ? new IcebergConfiguration(request.object(IcebergConfiguration.NAME), violations)
                : new ExtendedS3Configuration(request.object(ExtendedS3Configuration.NAME), violations);
    }

    /** Refuses what the local Firehose does not do, rather than to leave it undone in silence. */
    static void refuse(boolean asked, String what) throws ServiceException {
        if (asked) {
            throw ServiceException.invalidArgument(what + " is not supported by the local Firehose.");
        }
    }
}
