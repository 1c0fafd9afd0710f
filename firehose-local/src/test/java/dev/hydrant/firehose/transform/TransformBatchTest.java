package dev.hydrant.firehose.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransformBatchTest {

    private static final int SIX_MB = 6_291_456;
    private static final TransformEvent EVENT = new TransformEvent(
            "arn:aws:firehose:ap-southeast-2:000000000000:deliverystream/" + "n".repeat(64), "ap-southeast-2");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 20, 150, 10_000, 1_024_000})
    void aRequestIsAtMostSixMegabytesHoweverSmallItsRecords(int length) {
        TransformBatch batch = filled(3 << 20, length, length);

        int bytes = EVENT.write(UUID.randomUUID().toString(), batch).length;

        assertThat(batch.isEmpty()).isFalse();
        assertThat(bytes).isLessThanOrEqualTo(SIX_MB);
    }

    @Test
    void smallRecordsFillTheRequestWell() {
        TransformBatch batch = filled(3 << 20, 20, 20);

        assertThat(EVENT.write(UUID.randomUUID().toString(), batch).length).isGreaterThan(SIX_MB * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 3})
    void aBatchHoldsAtMostItsBufferOfData(double sizeMB) {
        long most = new TransformBuffering(sizeMB, 1).bytes();
        TransformBatch batch = filled(most, 500, 2_000);

        long data = (long) batch.offset(batch.size() - 1) + batch.length(batch.size() - 1);
        assertThat(data).isBetween(most - 2_000, most);
    }

    @Test
    void aRecordLargerThanTheBufferIsABatchOfItsOwn() {
        TransformBatch batch = filled(new TransformBuffering(0.2, 1).bytes(), 1_024_000, 1_024_000);

        assertThat(batch.size()).isEqualTo(1);
    }

    @Test
    void theEventHoldsWhatWasAdded() throws IOException {
        TransformBatch batch = filled(1 << 16, 0, 300);
        JsonNode event = new ObjectMapper().readTree(EVENT.write("i", batch));

        assertThat(event.required("records")).hasSize(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            JsonNode record = event.required("records").get(i);
            assertThat(record.required("recordId").asText()).isEqualTo("0000000000000001%016x".formatted(5 + i));
            assertThat(record.required("approximateArrivalTimestamp").asLong()).isEqualTo(Long.MAX_VALUE - i);
            assertThat(record.required("data").binaryValue())
                    .hasSize(batch.length(i))
                    .containsOnly((byte) i);
        }
    }

    private static TransformBatch filled(long mostBytes, int least, int most) {
        TransformBatch batch = new TransformBatch(new UUID(1, 2).toString(), mostBytes);
        batch.clear();
        Random random = new Random(1);
        for (int i = 0; ; i++) {
            int length = least + random.nextInt(most - least + 1);
            if (!batch.takes(length)) {
                return batch;
            }
            byte[] data = new byte[length];
            Arrays.fill(data, (byte) i);
            batch.add(5 + i, Long.MAX_VALUE - i, data, 0, length);
        }
    }
}
