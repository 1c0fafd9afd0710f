package dev.hydrant.delivery;

import dev.hydrant.record.RecordSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Records for tests of delivery: each says its own index. */
final class Records {

    static final RecordSource NUMBERED =
            (index, eventTime, out) -> out.append(("record " + index + "\n").getBytes(StandardCharsets.UTF_8));

    private Records() {}

    static RecordSource ofLength(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return (index, eventTime, out) -> out.append(bytes);
    }

    static String text(RecordBatch batch, int position) {
        return new String(batch.bytes(), batch.offset(position), batch.length(position), StandardCharsets.UTF_8);
    }
}
