package dev.hydrant.firehose.iceberg;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * Commits to the tables of a warehouse, one at a time: SQLite takes one writer, and streams of one table would only undo each other's
 * attempts.
 */
public final class Commits {

    /** Snapshots kept when old ones expire, and how many there may be before that happens. */
    private static final int KEPT_SNAPSHOTS = 100;

    private static final int MOST_SNAPSHOTS = 150;

    private final LocalFileIO files;
    private final ReentrantLock lock = new ReentrantLock();

    Commits(LocalFileIO files) {
        this.files = files;
    }

    /**
     * Appends a data file and moves the stream's position, in one snapshot.
     *
     * <p>When it throws, the table either was read again and holds neither, or could not be read and has to be asked again.
     *
     * @param position number of the first record of the stream that the table will not hold
     * @param live whether a stream of that id still exists; the positions of others are dropped
     */
    public void append(Table table, DataFile rows, String streamId, long position, Predicate<String> live) {
        lock.lock();
        boolean keep = true;
        try {
            files.remember();
            table.refresh();
            SpoolPositions.append(table, rows, streamId, position, live);
        } catch (RuntimeException e) {
            refresh(table, e);
            if (SpoolPositions.committed(table, streamId) < position) {
                keep = false;
                throw e;
            }
        } finally {
            files.forget(keep);
            lock.unlock();
        }
    }

    private static void refresh(Table table, RuntimeException failure) {
        try {
            table.refresh();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /** Keeps the metadata of a table that is committed to for weeks bounded. */
    public void expireOld(Table table) {
        lock.lock();
        try {
            table.refresh();
            int snapshots = 0;
            for (Snapshot ignored : table.snapshots()) {
                snapshots++;
            }
            if (snapshots > MOST_SNAPSHOTS) {
                table.expireSnapshots()
                        .expireOlderThan(Long.MAX_VALUE)
                        .retainLast(KEPT_SNAPSHOTS)
                        .commit();
            }
        } finally {
            lock.unlock();
        }
    }
}
