package dev.hydrant.firehose.delivery;

import dev.hydrant.firehose.iceberg.RowFile;
import dev.hydrant.firehose.iceberg.SpoolPositions;
import dev.hydrant.firehose.iceberg.Warehouse;
import dev.hydrant.firehose.mapping.Row;
import dev.hydrant.firehose.mapping.RowException;
import dev.hydrant.firehose.mapping.RowMapper;
import dev.hydrant.firehose.spool.SpoolBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers batches of one stream into one table, each record once.
 *
 * <p>Whatever happened before, an attempt first asks the table how far it is; the answer changes in the same commit as the rows. Data files
 * and error objects are named after the record they begin with, so an attempt that is repeated replaces what an earlier one left.
 */
public final class IcebergDelivery {

    private final Warehouse warehouse;
    private final Target target;
    private final InstantSource clock;
    private final Step.Observer observer;
    private @Nullable Table table;
    private @Nullable Schema schema;
    private @Nullable RowMapper mapper;

    /**
     * Where a stream delivers to.
     *
     * @param bucket the folder that stands for the bucket of the error output
     * @param live whether the stream of that id still exists
     */
    public record Target(
            String streamName,
            String streamId,
            TableIdentifier table,
            Path bucket,
            ErrorOutputPrefix errorPrefix,
            Predicate<String> live) {}

    /** What became of a batch. */
    public record Result(long rows, long failed, boolean committed) {}

    public IcebergDelivery(Warehouse warehouse, Target target, InstantSource clock, Step.Observer observer) {
        this.warehouse = warehouse;
        this.target = target;
        this.clock = clock;
        this.observer = observer;
    }

    /** Number of the first record of the stream that the table does not hold. */
    public long committed() {
        return SpoolPositions.committed(refreshed(), target.streamId());
    }

    /** Brings every record of the batch into the table or into the error output. */
    Result deliver(SpoolBatch batch) throws IOException {
        try {
            return attempt(batch);
        } catch (RuntimeException | IOException e) {
            // Load it anew next time: it may have been replaced.
            table = null;
            throw e;
        }
    }

    private Result attempt(SpoolBatch batch) throws IOException {
        Table current = refreshed();
        long from = Math.max(batch.from(), SpoolPositions.committed(current, target.streamId()));
        if (from >= batch.to()) {
            return new Result(0, 0, false);
        }
        ErrorOutput.Target errorTarget =
                new ErrorOutput.Target(target.bucket(), target.errorPrefix(), target.streamName(), target.streamId());
        RowFile rows = new RowFile(current, "%s-%019d.parquet".formatted(target.streamId(), from));
        try (ErrorOutput errors = new ErrorOutput(errorTarget, clock)) {
            try (rows) {
                map(batch, from, mapper(current), rows, errors);
            } catch (IOException | RuntimeException e) {
                discard(current, rows, e);
                throw e;
            }
            observer.done(Step.ROWS_WRITTEN);
            errors.publish();
            observer.done(Step.ERRORS_WRITTEN);
            if (rows.rows() > 0) {
                warehouse.commits().append(current, rows.toDataFile(), target.streamId(), batch.to(), target.live());
                observer.done(Step.COMMITTED);
            } else {
                current.io().deleteFile(rows.location());
            }
            return new Result(rows.rows(), errors.records(), rows.rows() > 0);
        }
    }

    /** Gives the disk back what an attempt took that never came to a commit. */
    private static void discard(Table current, RowFile rows, Exception failure) {
        try {
            current.io().deleteFile(rows.location());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static void map(SpoolBatch batch, long from, RowMapper mapper, RowFile rows, ErrorOutput errors)
            throws IOException {
        batch.forEach((number, arrivalMillis, bytes, offset, length) -> {
            if (number < from) {
                return;
            }
            Row row;
            try {
                row = mapper.map(bytes, offset, length);
            } catch (RowException e) {
                errors.add(number, arrivalMillis, bytes, offset, length, e.code(), String.valueOf(e.getMessage()));
                return;
            }
            rows.write(row);
        });
    }

    /** Keeps the table's metadata bounded; the rows are safe whether it works or not. */
    void expireOldSnapshots() {
        warehouse.commits().expireOld(refreshed());
    }

    private Table refreshed() {
        Table loaded = table;
        if (loaded == null) {
            loaded = warehouse.table(target.table());
            table = loaded;
        } else {
            loaded.refresh();
        }
        return loaded;
    }

    private RowMapper mapper(Table current) {
        RowMapper compiled = mapper;
        if (compiled == null || schema == null || !schema.sameSchema(current.schema())) {
            compiled = new RowMapper(current.schema());
            mapper = compiled;
            schema = current.schema();
        }
        return compiled;
    }
}
