package dev.hydrant.benchmarks.generation;

import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.record.ses.SesOptions;
import dev.hydrant.record.ses.SesRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Batches of 500 SES events, 1.4 kB each, into memory that is used again and again, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SesGeneration {

    private static final int BATCH = 500;
    private static final int CAPACITY = 1024 * 1024;
    private static final long START = 1_700_000_000_000_000_000L;
    /** 200 records a second. */
    private static final long INTERVAL = 5_000_000;

    private final RecordSource records =
            new SesRecords(1, "ses", SesOptions.DEFAULT, 200, index -> START + index * INTERVAL);
    private final RecordBuffer buffer = new RecordBuffer(CAPACITY);
    private final DatafakerEvents datafaker = new DatafakerEvents(CAPACITY);
    private final byte[] copies = new byte[CAPACITY];
    private final int[] ends = new int[BATCH];
    private byte[] made = new byte[0];
    private long batch;

    @Setup
    public void makeWhatIsCopied() {
        for (int i = 0; i < BATCH; i++) {
            records.write(i, START + i * INTERVAL, buffer);
            ends[i] = buffer.length();
        }
        made = buffer.bytes().clone();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public RecordBuffer sesRecords() {
        buffer.clear();
        long first = BATCH * batch++;
        for (long index = first; index < first + BATCH; index++) {
            records.write(index, START + index * INTERVAL, buffer);
        }
        return buffer;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public byte[] arraycopy() {
        int start = 0;
        for (int end : ends) {
            System.arraycopy(made, start, copies, start, end - start);
            start = end;
        }
        return copies;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public OutputStream datafakerInTurn() throws IOException {
        return batchOf((index, eventTime) -> datafaker.write(eventTime));
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public OutputStream datafakerReseeded() throws IOException {
        return batchOf(datafaker::writeReseeded);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public OutputStream datafakerSeeded() throws IOException {
        return batchOf(datafaker::writeBySeed);
    }

    private OutputStream batchOf(Rival rival) throws IOException {
        datafaker.clear();
        long first = BATCH * batch++;
        for (long index = first; index < first + BATCH; index++) {
            rival.write(index, START + index * INTERVAL);
        }
        return datafaker.flush();
    }

    private interface Rival {
        void write(long index, long eventTime) throws IOException;
    }
}
