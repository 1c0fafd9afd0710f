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
        byte[] to = new byte[30];
        for (int i = 0; i < 10_000; i++) {
            int value = random.nextInt() >>> random.nextInt(32);
            String expected = HexFormat.of().toHexDigits(value);
            int at = i % 5;
            int again = 14 + i % 7;
            Hex.eight(value, to, at, again);
            assertThat(text(to, at, 8)).isEqualTo(expected);
            assertThat(text(to, again, 8)).isEqualTo(expected);
            assertThat(Hex.parse(expected, 0, 8)).isEqualTo(value & 0xffffffffL);

            to[at + 4] = '-';
            to[again + 4] = '+';
            Hex.fourAndFour(value, to, at, again);
            assertThat(text(to, at, 9)).isEqualTo(expected.substring(0, 4) + "-" + expected.substring(4));
            assertThat(text(to, again, 9)).isEqualTo(expected.substring(0, 4) + "+" + expected.substring(4));
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

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, US_ASCII);
    }
}
