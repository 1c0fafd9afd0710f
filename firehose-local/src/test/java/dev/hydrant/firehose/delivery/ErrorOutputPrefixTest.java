package dev.hydrant.firehose.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorOutputPrefixTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\",iceberg-failed/2026/11/21/07/",
                "errors/,errors/iceberg-failed/2026/11/21/07/",
                "e/!{firehose:error-output-type}/,e/iceberg-failed/",
                "!{firehose:error-output-type}/dt=!{timestamp:yyyy-MM-dd}/,iceberg-failed/dt=2026-11-21/",
                "!{timestamp:HH'h'}-!{firehose:error-output-type}-!{firehose:random-string}/,07h-iceberg-failed-abcdefghijk/",
            })
    void expressionsAreFilledIn(String prefix, String expected) {
        assertThat(new ErrorOutputPrefix(prefix)
                        .at(Instant.parse("2026-11-21T07:08:09Z"), ErrorOutput.ICEBERG_FAILED, "abcdefghijk"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!{timestamp:yyyy}/",
                "!{firehose:random-string}/",
                "!{firehose:error-output-type}/!{partitionKeyFromQuery:x}/",
                "!{firehose:error-output-type}/!{timestamp:nonsense}/",
                "!{firehose:error-output-type}/!{timestamp:yyyy",
                "!{firehose:error-output-type",
                "/absolute/",
                "a/../../b/",
            })
    void aPrefixThatFirehoseWouldRefuseIsRefused(String prefix) {
        assertThatThrownBy(() -> new ErrorOutputPrefix(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + prefix + "'");
    }
}
