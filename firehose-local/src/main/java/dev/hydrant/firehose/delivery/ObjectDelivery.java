package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.spool.SpoolBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Delivers batches of one stream as objects into a folder that stands for an S3 bucket, each record once.
 *
 * <p>One object a round, named after the round's first record. An attempt that is repeated begins at the same record, so it replaces the
 * object by one that holds the same records and perhaps more.
 */
public final class ObjectDelivery implements Delivery {

    private final Target target;
    private final ErrorOutput.Target errorTarget;
    private final SpoolContents contents;
    private final InstantSource clock;
    private final Step.Observer observer;

    /**
     * Where a stream delivers to.
     *
     * @param bucket the folder that stands for the bucket, of the error output too
     * @param lambdaArn of the stream's transform, if it has one
     */
    public record Target(
            String streamName,
            String streamId,
            Path bucket,
            ObjectFormat format,
            ErrorOutputPrefix errorPrefix,
            @Nullable String lambdaArn) {}

    public ObjectDelivery(Target target, InstantSource clock, Step.Observer observer) {
        this.target = target;
        this.errorTarget = new ErrorOutput.Target(
                target.bucket(), target.errorPrefix(), target.streamName(), target.streamId(), target.lambdaArn());
        this.contents = target.lambdaArn() == null ? SpoolContents.PUT : SpoolContents.TRANSFORMED;
        this.clock = clock;
        this.observer = observer;
    }

    @Override
    public Settled deliver(SpoolBatch batch, DeliveryCounts counts) throws IOException {
        try (RoundErrors errors = new RoundErrors(errorTarget, clock);
                ObjectRound round = new ObjectRound(target, errors)) {
            contents.forEach(batch, round);
            round.complete();
            observer.done(Step.ROWS_WRITTEN);
            errors.publish();
            observer.done(Step.ERRORS_WRITTEN);
            round.publish();
            if (round.records() > 0) {
                observer.done(Step.COMMITTED);
            }
            return round.settled();
        }
    }

    @Override
    public void tidy() {
        // Objects need no care.
    }
}
