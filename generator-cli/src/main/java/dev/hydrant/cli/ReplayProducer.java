package dev.hydrant.cli;

import dev.hydrant.cli.session.Producer;
import dev.hydrant.clock.RunClock;
import dev.hydrant.delivery.Delivery;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.measure.RunMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Produces the records of a dead-letter file, as fast as they are taken: each is due when it is read. */
final class ReplayProducer implements Producer {

    private static final long PATIENCE_MILLIS = 50;

    private final Path file;
    private final long records;
    private volatile boolean stopped;

    /**
     * Reads the whole file once, so that nothing is sent of one that is broken.
     *
     * @throws UsageError when there is no such file, or a line of it is no dead letter
     */
    ReplayProducer(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageError("'" + file + "' can't be read: allowed a file of dead letters");
        }
        this.file = file;
        long count = 0;
        try (DeadLetterReader letters = new DeadLetterReader(file)) {
            while (letters.next() != null) {
                count++;
            }
        }
        records = count;
    }

    @Override
    public void produce(Delivery delivery, RunMeter meter, RunClock clock) throws IOException, InterruptedException {
        try (DeadLetterReader letters = new DeadLetterReader(file)) {
            RecordBatch batch = empty(delivery);
            byte[] record = letters.next();
            for (long index = 0; batch != null && record != null && goesOn(delivery); ) {
                long now = clock.elapsed();
                byte[] bytes = record;
                if (batch.add((number, time, out) -> out.append(bytes), index, 0, now, now)) {
                    meter.generated(now, now);
                    record = letters.next();
                    index++;
                } else {
                    delivery.submit(batch);
                    batch = empty(delivery);
                }
            }
            if (batch != null) {
                delivery.submit(batch);
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public long planned() {
        return records;
    }

    @Override
    public double target(long elapsed) {
        return 0;
    }

    private @Nullable RecordBatch empty(Delivery delivery) throws InterruptedException {
        while (goesOn(delivery)) {
            RecordBatch batch = delivery.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (batch != null) {
                return batch;
            }
        }
        return null;
    }

    private boolean goesOn(Delivery delivery) {
        return !stopped && delivery.hopeless() == null;
    }
}
