package dev.hydrant.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexTest {

    @Test
    void digitsAreThoseOfTheJdkAndReadBack() {
        Random random = new Random(1);
        byte[] to = new byte[12];
        for (int i = 0; i < 10_000; i++) {
            int value = random.nextInt() >>> random.nextInt(32);
            Hex.eight(value, to, i % 5);
            String text = new String(to, i % 5, 8, US_ASCII);
            assertThat(text).isEqualTo(HexFormat.of().toHexDigits(value));
            assertThat(Hex.parse(text, 0, 8)).isEqualTo(value & 0xffffffffL);
        }
    }

    @Test
    void otherCharactersAreNoDigits() {
        for (char c = 0; c < 0x180; c++) {
            boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            assertThat(Hex.parse("0" + c, 0, 2) >= 0)
                    .as("character %d", (int) c)
                    .isEqualTo(digit);
        }
    }
}
