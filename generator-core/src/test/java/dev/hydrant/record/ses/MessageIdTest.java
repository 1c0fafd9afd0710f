package dev.hydrant.record.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    private static final long SENT = 1_700_000_000_123_456_789L;

    private final MessageId ids = new MessageId(7, "ses");

    @Test
    void idsLookLikeThoseOfSes() {
        assertThat(text(ids, 0, SENT))
                .matches("0100[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-000000");
        assertThat(Long.parseLong(text(ids, 0, SENT).substring(4, 16), 16)).isEqualTo(SENT / 1_000_000);
    }

    @Test
    void theIndexIsReadBackFromTheId() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long index = random.nextLong() >>> (1 + random.nextInt(63));
            long sent = random.nextLong(1_000_000_000_000_000_000L, Long.MAX_VALUE);
            assertThat(ids.indexOf(text(ids, index, sent))).isEqualTo(index);
        }
    }

    @Test
    void foreignIdsHaveNoIndex() {
        String id = text(ids, 12_345, SENT);
        assertThat(ids.indexOf("EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000"))
                .isEqualTo(-1);
        assertThat(ids.indexOf("")).isEqualTo(-1);
        assertThat(ids.indexOf(id + "0")).isEqualTo(-1);
        assertThat(ids.indexOf(id.substring(1))).isEqualTo(-1);
        assertThat(ids.indexOf(id.replace("-000000", "-000001"))).isEqualTo(-1);
        assertThat(ids.indexOf("02" + id.substring(2))).isEqualTo(-1);
        assertThat(ids.indexOf(text(new MessageId(8, "ses"), 12_345, SENT))).isEqualTo(-1);
        assertThat(ids.indexOf(text(new MessageId(7, "other"), 12_345, SENT))).isEqualTo(-1);
    }

    private static String text(MessageId ids, long index, long sent) {
        byte[] to = new byte[MessageId.LENGTH + 2];
        assertThat(ids.write(index, sent, to, 1)).isEqualTo(MessageId.LENGTH + 1);
        return new String(to, 1, MessageId.LENGTH, US_ASCII);
    }
}
