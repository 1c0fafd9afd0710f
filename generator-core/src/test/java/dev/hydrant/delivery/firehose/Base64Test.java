package dev.hydrant.delivery.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Base64Test {

    @Test
    void writesWhatTheJdkWritesForEveryLengthAndPlace() {
        SplittableRandom random = new SplittableRandom(64);
        for (int length = 0; length <= 400; length++) {
            byte[] from = new byte[length + 7];
            random.nextBytes(from);
            int offset = random.nextInt(8);
            byte[] to = new byte[Base64.encodedLength(length) + 5];
            int end = Base64.encode(from, offset, length, to, 3);
            byte[] expected = java.util.Base64.getEncoder().encode(Arrays.copyOfRange(from, offset, offset + length));
            assertThat(Arrays.copyOfRange(to, 3, end)).isEqualTo(expected);
            assertThat(end).isEqualTo(3 + Base64.encodedLength(length));
            assertThat(to[end]).as("nothing behind the end").isZero();
        }
    }
}
