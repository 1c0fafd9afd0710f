package dev.hydrant.cli;

import dev.hydrant.cli.option.CountText;
import dev.hydrant.cli.option.IndexText;
import dev.hydrant.cli.option.KindText;
import dev.hydrant.cli.option.RateText;
import dev.hydrant.cli.option.RecordsOptions;
import dev.hydrant.cli.option.StartText;
import dev.hydrant.cli.session.Session;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.record.RecordBuffer;
import dev.hydrant.record.RecordSource;
import dev.hydrant.run.RecordKind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.LongUnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints records as fast as they are taken. */
@Command(
        name = "generate",
        description = "Prints records to standard output at once; the same options print the same bytes everywhere.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

    private static final int CHUNK = 64 * 1024;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            converter = CountText.class,
            description = "how many records (default: ${DEFAULT-VALUE})")
    private long count;

    @Option(
            names = "--from-index",
            paramLabel = "I",
            defaultValue = "0",
            converter = IndexText.class,
            description = "number of the first record (default: ${DEFAULT-VALUE})")
    private long from;

    @Option(
            names = "--records",
            paramLabel = "KIND",
            defaultValue = "sensor",
            converter = KindText.class,
            description = "sensor, ses or dynamodb (default: ${DEFAULT-VALUE})")
    private RecordKind records;

    @Mixin
    private RecordsOptions made;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = "2023-11-14T22:13:20Z",
            converter = StartText.class,
            description = "time of record 0: now, Unix seconds or ISO-8601 (default: ${DEFAULT-VALUE})")
    private Instant start;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "200",
            converter = RateText.class,
            description = "records a second, for their timestamps (default: ${DEFAULT-VALUE})")
    private ConstantRate rate;

    @Override
    public Integer call() throws IOException {
        checkLastTime();
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            print(out);
        } catch (IOException e) {
            // Whoever reads has enough: "hydrant generate | head" is no error.
            if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
                throw new IOException("standard output: " + e.getMessage(), e);
            }
        }
        return ExitCode.DONE;
    }

    private void print(OutputStream out) throws IOException {
        long epoch = Session.epochNanos(start);
        LongUnaryOperator times = index -> epoch + rate.due(index);
        RecordSource source = records.source(made.seed(), made.fleet(), rate.rate(0), times);
        RecordBuffer buffer = new RecordBuffer(2 * CHUNK);
        for (long index = from; index < from + count; index++) {
            source.write(index, times.applyAsLong(index), buffer);
            if (buffer.length() >= CHUNK) {
                out.write(buffer.bytes(), 0, buffer.length());
                buffer.clear();
            }
        }
        out.write(buffer.bytes(), 0, buffer.length());
    }

    private void checkLastTime() {
        try {
            long last = rate.due(from + count - 1);
            Math.addExact(Session.epochNanos(start), last);
        } catch (ArithmeticException e) {
            throw new UsageError("record " + (from + count - 1) + " at " + rate + " from " + start
                    + " is due after 2262-04-11: allowed are indexes, rates and starts that end before");
        }
    }
}
