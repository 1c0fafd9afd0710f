package dev.hydrant.record.ses;

import dev.hydrant.record.Slabs;
import dev.hydrant.record.UtcTime;
import java.util.List;
import java.util.stream.IntStream;

/** Where and with what the recipients read their mail: at an address kept for documentation (RFC 5737). */
final class Readers {

    private static final List<String> NETWORKS = List.of("198.51.100.", "203.0.113.");
    private static final int HOSTS = 254;
    /** Recipients whose numbers are the same modulo this share an address and a device. */
    private static final int COUNT = 2 * HOSTS;

    private static final String TIME = " ".repeat(UtcTime.ISO_LENGTH);

    private final Slabs texts;
    private final int[] timeAt;

    Readers(Vocabulary words) {
        List<String> reads =
                IntStream.range(0, COUNT).mapToObj(i -> read(words, i)).toList();
        texts = new Slabs(reads);
        timeAt = reads.stream().mapToInt(read -> read.indexOf(TIME)).toArray();
    }

    /** Writes what an Open and a Click have in common, three members of an object: where, when and with what. */
    int write(int recipient, long time, byte[] to, int at) {
        int reader = recipient % COUNT;
        int end = texts.write(reader, to, at);
        UtcTime.writeIso(time, to, at + timeAt[reader]);
        return end;
    }

    int longest() {
        return texts.longest();
    }

    private static String read(Vocabulary words, int reader) {
        String ip = NETWORKS.get(reader / HOSTS) + (1 + reader % HOSTS);
        String userAgent = JsonText.escape(words.userAgents().get(reader % Vocabulary.USER_AGENTS));
        return "\"ipAddress\":\"" + ip + "\",\"timestamp\":\"" + TIME + "\",\"userAgent\":\"" + userAgent + "\"";
    }
}
