package dev.hydrant.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IndexUuidTest {

    private final IndexUuid uuids = new IndexUuid(7, "stream", "id");

    @Test
    void anIndexIsReadBackFromItsUuid() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long index = random.nextLong() >>> (1 + random.nextInt(63));
            UUID uuid = UUID.fromString(text(uuids, index));
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(uuids.indexOf("x" + uuid + "y", 1)).isEqualTo(index);
        }
        assertThat(uuids.indexOf(text(uuids, Long.MAX_VALUE), 0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void foreignUuidsCarryNoIndex() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            assertThat(uuids.indexOf(UUID.nameUUIDFromBytes(bytes).toString(), 0))
                    .isEqualTo(-1);
        }
        assertThat(uuids.indexOf(text(new IndexUuid(8, "stream", "id"), 5), 0)).isEqualTo(-1);
        assertThat(uuids.indexOf(text(new IndexUuid(7, "other", "id"), 5), 0)).isEqualTo(-1);
        assertThat(uuids.indexOf(text(new IndexUuid(7, "stream", "other"), 5), 0))
                .isEqualTo(-1);
    }

    @Test
    void oneChangedCharacterIsNoticed() {
        String text = text(uuids, 1_000_000);
        for (int place = 0; place < text.length(); place++) {
            for (char c : "09afAF-x ".toCharArray()) {
                if (text.charAt(place) != c) {
                    String changed = text.substring(0, place) + c + text.substring(place + 1);
                    assertThat(uuids.indexOf(changed, 0)).as(changed).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void neighboursLookUnrelated() {
        long[] bits = new long[122];
        int count = 100_000;
        Set<String> all = new HashSet<>();
        for (int index = 0; index < count; index++) {
            UUID uuid = UUID.fromString(text(uuids, index));
            assertThat(all.add(uuid.toString())).isTrue();
            int at = 0;
            for (int bit = 0; bit < 64; bit++) {
                if (bit < 12 || bit > 15) {
                    bits[at++] += uuid.getMostSignificantBits() >>> bit & 1;
                }
                if (bit < 62) {
                    bits[at++] += uuid.getLeastSignificantBits() >>> bit & 1;
                }
            }
        }
        for (long ones : bits) {
            Significance.assertEvenOdds("ones of a bit", (int) ones, count);
        }
    }

    private static String text(IndexUuid uuids, long index) {
        byte[] to = new byte[IndexUuid.LENGTH + 5];
        assertThat(uuids.write(index, to, 2)).isEqualTo(2 + IndexUuid.LENGTH);
        assertThat(to[1] | to[2 + IndexUuid.LENGTH]).isZero();
        return new String(to, 2, IndexUuid.LENGTH, US_ASCII);
    }
}
