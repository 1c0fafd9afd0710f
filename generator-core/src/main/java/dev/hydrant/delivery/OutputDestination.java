package dev.hydrant.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes each record as it is to a stream of bytes, such as standard output. */
public final class OutputDestination implements Destination {

    private final OutputStream out;

    /** @param out stays open: whoever opened it closes it */
    public OutputDestination(OutputStream out) {
        this.out = out;
    }

    @Override
    public synchronized List<Rejection> send(RecordBatch batch) throws DeliveryException {
        try {
            for (int position = 0; position < batch.size(); position++) {
                out.write(batch.bytes(), batch.offset(position), batch.length(position));
            }
            out.flush();
            return List.of();
        } catch (IOException e) {
            throw new DeliveryException("Output", "cannot write: " + e.getMessage(), false, e);
        }
    }

    @Override
    public void close() {}
}
