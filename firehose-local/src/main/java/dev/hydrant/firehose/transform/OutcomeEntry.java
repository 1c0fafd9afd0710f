package dev.hydrant.firehose.transform;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * An outcome as it stands in the spool.
 *
 * <pre>
 *   byte  kind      PLAIN, ROUTED, DROPPED or FAILED
 *   long  arrival   milliseconds since the Unix epoch
 *   ROUTED: UTF database, UTF table, UTF operation
 *   FAILED: UTF code, UTF message, int attempts, long end
 *   then the data: transformed, or the original when FAILED
 * </pre>
 */
public final class OutcomeEntry {

    private static final int PLAIN = 0;
    private static final int ROUTED = 1;
    private static final int DROPPED = 2;
    private static final int FAILED = 3;

    /** Longer texts are cut: no name of Firehose's or Glue's has as many characters. */
    private static final int MOST_CHARACTERS = 1_000;

    private OutcomeEntry() {}

    /** Writes the outcome of a record whose original data are the {@code length} bytes from {@code offset} on. */
    public static void write(
            DataOutputStream out, long arrivalMillis, Outcome outcome, byte[] original, int offset, int length)
            throws IOException {
        if (outcome instanceof Outcome.Ok ok) {
            boolean routed = !ok.route().equals(Route.NONE);
            out.writeByte(routed ? ROUTED : PLAIN);
            out.writeLong(arrivalMillis);
            if (routed) {
                out.writeUTF(cut(ok.route().database()));
                out.writeUTF(cut(ok.route().table()));
                out.writeUTF(cut(ok.route().operation()));
            }
            out.write(ok.data());
        } else if (outcome instanceof Outcome.Failed failed) {
            out.writeByte(FAILED);
            out.writeLong(arrivalMillis);
            out.writeUTF(failed.code());
            out.writeUTF(cut(failed.message()));
            out.writeInt(failed.attempts());
            out.writeLong(failed.endMillis());
            out.write(original, offset, length);
        } else {
            out.writeByte(DROPPED);
            out.writeLong(arrivalMillis);
        }
    }

    /** Hands an entry to {@code sink}. */
    public static void read(long number, byte[] bytes, int offset, int length, OutcomeSink sink) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length));
        int kind = in.readByte();
        long arrivalMillis = in.readLong();
        switch (kind) {
            case PLAIN -> sink.ok(number, arrivalMillis, Route.NONE, bytes, rest(in, offset, length), in.available());
            case ROUTED -> {
                Route route = new Route(in.readUTF(), in.readUTF(), in.readUTF());
                sink.ok(number, arrivalMillis, route, bytes, rest(in, offset, length), in.available());
            }
            case DROPPED -> sink.dropped(number, arrivalMillis);
            case FAILED -> {
                Outcome.Failed why = new Outcome.Failed(in.readUTF(), in.readUTF(), in.readInt(), in.readLong());
                sink.failed(number, arrivalMillis, why, bytes, rest(in, offset, length), in.available());
            }
            default ->
                throw new IOException("record %d of the transformed spool is of kind %d: allowed %d to %d"
                        .formatted(number, kind, PLAIN, FAILED));
        }
    }

    private static int rest(DataInputStream in, int offset, int length) throws IOException {
        return offset + length - in.available();
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }
}
