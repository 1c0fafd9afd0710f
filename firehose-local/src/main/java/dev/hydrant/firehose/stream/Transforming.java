package dev.hydrant.firehose.stream;

import dev.hydrant.firehose.delivery.StreamDelivery;
import dev.hydrant.firehose.delivery.TransformRound;
import dev.hydrant.firehose.spool.Spool;
import dev.hydrant.firehose.transform.TransformCounts;
import dev.hydrant.firehose.transform.TransformDefinition;
import dev.hydrant.firehose.transform.Transformer;
import java.io.Closeable;
import java.time.Duration;

/** The stage of a stream that transforms its records on their way from one spool to the next. */
final class Transforming implements Closeable {

    private final TransformCounts counts = new TransformCounts();
    private final Transformer transformer;
    private final StreamDelivery rounds;

    /** @param next delivers what stands in {@code transformed} */
    Transforming(
            StreamDefinition stream,
            TransformDefinition definition,
            Spool put,
            Spool transformed,
            StreamDelivery next,
            DeliverySurroundings surroundings) {
        transformer = new Transformer(
                surroundings.functions(),
                definition,
                stream.arn(),
                StreamDefinition.REGION,
                counts,
                surroundings.clock());
        TransformRound round = new TransformRound(
                put,
                transformed,
                transformer,
                stream.id(),
                definition.buffering().bytes(),
                next,
                surroundings.observer());
        rounds = new StreamDelivery(
                "transform-" + stream.name(),
                put,
                round,
                definition.buffering().bytes(),
                definition.buffering().millis(),
                counts::ended,
                surroundings.clock());
    }

    TransformCounts counts() {
        return counts;
    }

    void appended() {
        rounds.appended();
    }

    void transformSoon() {
        rounds.deliverSoon();
    }

    /** Transforms all that was put up to now; false when that took longer than {@code timeout}. */
    boolean transformAll(Duration timeout) throws InterruptedException {
        return rounds.deliverAll(timeout);
    }

    @Override
    public void close() {
        transformer.close();
        rounds.close();
    }
}
