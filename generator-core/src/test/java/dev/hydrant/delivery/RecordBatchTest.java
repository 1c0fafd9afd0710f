package dev.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordBatchTest {

    private final RecordBatch batch = new RecordBatch();

    @Test
    void takesFiveHundredRecordsAndNoMore() {
        for (int index = 0; index < RecordBatch.MAX_RECORDS; index++) {
            assertThat(batch.add(Records.NUMBERED, index, 0, 7L * index, 0)).isTrue();
        }
        assertThat(batch.isFull()).isTrue();
        assertThat(batch.add(Records.NUMBERED, 500, 0, 0, 0)).isFalse();
        assertThat(batch.size()).isEqualTo(500);
        for (int position = 0; position < 500; position++) {
            assertThat(Records.text(batch, position)).isEqualTo("record " + position + "\n");
            assertThat(batch.index(position)).isEqualTo(position);
            assertThat(batch.due(position)).isEqualTo(7L * position);
        }
    }

    @Test
    void takesFourMebibytesToTheByte() {
        int quarter = RecordBatch.MAX_BYTES / 4;
        assertThat(quarter).isGreaterThan(RecordBatch.MAX_RECORD_BYTES);
        int eighth = RecordBatch.MAX_BYTES / 8;
        for (int index = 0; index < 8; index++) {
            assertThat(batch.add(Records.ofLength(eighth), index, 0, 0, 0)).isTrue();
        }
        assertThat(batch.byteCount()).isEqualTo(RecordBatch.MAX_BYTES);
        assertThat(batch.add(Records.ofLength(1), 8, 0, 0, 0)).isFalse();
        assertThat(batch.byteCount()).isEqualTo(RecordBatch.MAX_BYTES);
    }

    @Test
    void refusesARecordThatNoCallTakesAndStaysAsItWas() {
        batch.add(Records.NUMBERED, 0, 0, 0, 0);
        assertThat(batch.add(Records.ofLength(RecordBatch.MAX_RECORD_BYTES), 1, 0, 0, 0))
                .isTrue();
        assertThatThrownBy(() -> batch.add(Records.ofLength(RecordBatch.MAX_RECORD_BYTES + 1), 2, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record 2 has 1024001 bytes: Firehose allows up to 1024000");
        assertThat(batch.size()).isEqualTo(2);
        assertThat(Records.text(batch, 0)).isEqualTo("record 0\n");
    }
}
