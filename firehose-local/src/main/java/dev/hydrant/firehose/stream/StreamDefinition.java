package dev.hydrant.firehose.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hydrant.firehose.delivery.BufferingHints;
import dev.hydrant.firehose.delivery.ErrorOutputPrefix;
import dev.hydrant.firehose.transform.TransformDefinition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery stream is, as kept in its {@code stream.json}.
 *
 * @param id a UUID: a stream that is deleted and made again under the same name is another one
 * @param createdMillis milliseconds since the Unix epoch
 * @param bucket name of the bucket for objects and for the error output
 * @param transform null when records are delivered as they are put
 * @param configuration the destination's configuration in the request, told again by DescribeDeliveryStream
 * @param attributes its version, tags and encryption
 */
public record StreamDefinition(
        String name,
        String id,
        long createdMillis,
        Destination destination,
        BufferingHints hints,
        String bucket,
        ErrorOutputPrefix errorPrefix,
        @Nullable TransformDefinition transform,
        ObjectNode configuration,
        StreamAttributes attributes) {

    /** The account that every resource here belongs to. */
    public static final String ACCOUNT = "000000000000";

    /** The region in the names of resources, whichever the client signs for. */
    public static final String REGION = "us-east-1";

    /** The bucket of a stream that was made without a request. */
    public static final String LOCAL_BUCKET = "firehose-errors";

    /** A stream as a local run needs it, with everything else by default. */
    public static StreamDefinition local(
            String name,
            Destination destination,
            BufferingHints hints,
            String bucket,
            @Nullable TransformDefinition transform,
            long createdMillis) {
        return new StreamDefinition(
                name,
                UUID.randomUUID().toString(),
                createdMillis,
                destination,
                hints,
                bucket,
                new ErrorOutputPrefix(""),
                transform,
                LocalConfiguration.of(destination, bucket, transform),
                StreamAttributes.NEW);
    }

    /** The same stream with other attributes. */
    public StreamDefinition with(StreamAttributes newAttributes) {
        return new StreamDefinition(
                name,
                id,
                createdMillis,
                destination,
                hints,
                bucket,
                errorPrefix,
                transform,
                configuration,
                newAttributes);
    }

    /** The same stream in its next version. */
    public StreamDefinition next() {
        return with(attributes.next());
    }

    /** The same stream, delivering as {@code other} does. */
    public StreamDefinition changedTo(StreamDefinition other) {
        return new StreamDefinition(
                name,
                id,
                createdMillis,
                other.destination,
                other.hints,
                other.bucket,
                other.errorPrefix,
                other.transform,
                other.configuration,
                attributes);
    }

    /** Whether records that {@code other} has taken in can be delivered by this one. */
    boolean deliversAs(StreamDefinition other) {
        return destination.equals(other.destination)
                && bucket.equals(other.bucket)
                && (transform == null) == (other.transform == null);
    }

    public String arn() {
        return "arn:aws:firehose:%s:%s:deliverystream/%s".formatted(REGION, ACCOUNT, name);
    }

    /** The ARN of a function here. */
    public static String functionArn(String function) {
        return "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, function);
    }
}
