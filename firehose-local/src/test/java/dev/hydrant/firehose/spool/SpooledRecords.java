package dev.hydrant.firehose.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Random records for a spool, and what stands in one. */
final class SpooledRecords {

    private SpooledRecords() {}

    /** A record as it comes out of the spool. */
    record Spooled(long number, long arrivalMillis, String hex) {}

    static List<byte[]> random(Random random, int mostRecords, int mostBytes) {
        List<byte[]> records = new ArrayList<>();
        int count = 1 + random.nextInt(mostRecords);
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[random.nextInt(mostBytes + 1)];
            random.nextBytes(data);
            records.add(data);
        }
        return records;
    }

    static Frame frame(List<byte[]> records) {
        Frame frame = new Frame();
        for (byte[] data : records) {
            frame.beginRecord();
            frame.write(data, 0, data.length);
            frame.endRecord();
        }
        return frame;
    }

    static Spooled spooled(long number, long arrivalMillis, byte[] data) {
        return new Spooled(number, arrivalMillis, HexFormat.of().formatHex(data));
    }

    static List<Spooled> read(SpoolBatch batch) throws IOException {
        List<Spooled> read = new ArrayList<>();
        batch.forEach((number, arrivalMillis, bytes, offset, length) ->
                read.add(spooled(number, arrivalMillis, Arrays.copyOfRange(bytes, offset, offset + length))));
        return read;
    }
}
