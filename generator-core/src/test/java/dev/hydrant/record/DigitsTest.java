package dev.hydrant.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private final byte[] bytes = new byte[14];

    @Test
    void fourWritesEveryNumberOfFourDigits() {
        for (int value = 0; value < 10_000; value++) {
            Digits.four(value, bytes, 2);
            assertThat(text(2, 4)).isEqualTo(String.format(Locale.ROOT, "%04d", value));
        }
    }

    @Test
    void eightWritesEveryNumberOfEightDigits() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int value = i < 9 ? (int) pow10(i) - 1 : random.nextInt(100_000_000);
            Digits.eight(value, bytes, 1);
            assertThat(text(1, 8)).isEqualTo(String.format(Locale.ROOT, "%08d", value));
        }
    }

    @Test
    void tenWritesEveryNumberOfTenDigits() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long value = i < 20 ? (i % 2 == 0 ? pow10(i / 2) : pow10(i / 2) - 1) : random.nextLong(10_000_000_000L);
            Digits.ten(value, bytes, 3);
            assertThat(text(3, 10)).isEqualTo(String.format(Locale.ROOT, "%010d", value));
        }
    }

    @Test
    void plainWritesWhatTheJdkWrites() {
        for (int value : new int[] {0, 1, 9, 10, 99, 100, 12345, 9_999_999, 10_000_000, Integer.MAX_VALUE}) {
            int end = Digits.plain(value, bytes, 1);
            assertThat(text(1, end - 1)).isEqualTo(Integer.toString(value));
        }
    }

    private static long pow10(int exponent) {
        return Math.round(Math.pow(10, exponent));
    }

    private String text(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
}
