package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.Delivery;
import dev.hydrant.firehose.delivery.IcebergDelivery;
import dev.hydrant.firehose.delivery.ObjectDelivery;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The delivery that a stream's destination asks for. */
final class Deliveries {

    private Deliveries() {}

    static Delivery of(StreamDefinition stream, DeliverySurroundings surroundings) {
        Path bucket = surroundings.buckets().resolve(stream.bucket());
        @Nullable
        String lambdaArn =
                stream.transform() == null ? null : stream.transform().functionArn();
        if (stream.destination() instanceof Destination.Objects objects) {
            ObjectDelivery.Target target = new ObjectDelivery.Target(
                    stream.name(), stream.id(), bucket, objects.format(), stream.errorPrefix(), lambdaArn);
            return new ObjectDelivery(target, surroundings.clock(), surroundings.observer());
        }
        IcebergDelivery.Target target = new IcebergDelivery.Target(
                stream.name(),
                stream.id(),
                ((Destination.Tables) stream.destination()).own(),
                bucket,
                stream.errorPrefix(),
                surroundings.live(),
                lambdaArn);
        return new IcebergDelivery(surroundings.warehouse(), target, surroundings.clock(), surroundings.observer());
    }
}
