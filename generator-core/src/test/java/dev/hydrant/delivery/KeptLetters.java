package dev.hydrant.delivery;

import java.util.ArrayList;
import java.util.List;

/** Dead letters in memory. */
final class KeptLetters implements DeadLetters {

    final List<Long> indexes = new ArrayList<>();
    final List<String> codes = new ArrayList<>();

    @Override
    public synchronized void add(RecordBatch batch, String code, String message, int attempts) {
        for (int position = 0; position < batch.size(); position++) {
            indexes.add(batch.index(position));
            codes.add(code);
        }
    }

    @Override
    public void close() {}
}
