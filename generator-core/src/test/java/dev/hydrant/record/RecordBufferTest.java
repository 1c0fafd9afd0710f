package dev.hydrant.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordBufferTest {

    @Test
    void growingKeepsWhatWasWritten() {
        RecordBuffer buffer = new RecordBuffer(1);
        for (int i = 0; i < 10_000; i++) {
            buffer.reserve(1)[buffer.length()] = (byte) i;
            buffer.length(buffer.length() + 1);
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(buffer.bytes()[i]).isEqualTo((byte) i);
        }
    }

    @Test
    void clearingKeepsTheMemory() {
        RecordBuffer buffer = new RecordBuffer(1);
        byte[] bytes = buffer.reserve(1000);
        buffer.length(1000);
        buffer.clear();
        assertThat(buffer.length()).isZero();
        assertThat(buffer.reserve(1000)).isSameAs(bytes);
    }

    @Test
    void roomThatNoArrayHasIsRefused() {
        RecordBuffer buffer = new RecordBuffer(1);
        buffer.length(1);
        assertThatThrownBy(() -> buffer.reserve(Integer.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void badLengthsAreNamed() {
        assertThatThrownBy(() -> new RecordBuffer(0)).hasMessage("capacity 0: allowed from 1");
        assertThatThrownBy(() -> new RecordBuffer(8).length(9)).hasMessage("length 9: allowed 0 to 8");
        assertThatThrownBy(() -> new RecordBuffer(8).length(-1)).hasMessage("length -1: allowed 0 to 8");
    }
}
