package dev.hydrant.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortTextsTest {

    private static final List<String> TEXTS = IntStream.rangeClosed(ShortTexts.SHORTEST, ShortTexts.LONGEST)
            .mapToObj(length -> "abcdefghijklmnopqrstuvwxyz0123456789".substring(32 - length, 32))
            .toList();

    private final ShortTexts texts = new ShortTexts(TEXTS);

    @Test
    void textsOfEveryLengthAreWrittenAndNothingBesideThem() {
        for (int i = 0; i < TEXTS.size(); i++) {
            byte[] to = new byte[40];
            Arrays.fill(to, (byte) '.');
            assertThat(texts.write(i, to, 3)).isEqualTo(3 + texts.length(i));
            String text = TEXTS.get(i);
            assertThat(new String(to, US_ASCII)).isEqualTo("..." + text + ".".repeat(37 - text.length()));
        }
    }

    @Test
    void aTextIsWrittenAtThreePlaces() {
        byte[] to = new byte[60];
        Arrays.fill(to, (byte) '.');
        texts.write(0, to, 0, 20, 40);
        assertThat(new String(to, US_ASCII)).isEqualTo((TEXTS.get(0) + "....").repeat(3));
    }

    @Test
    void otherLengthsAreRefused() {
        assertThatThrownBy(() -> new ShortTexts(List.of("x".repeat(15))))
                .hasMessage("text 'xxxxxxxxxxxxxxx' of 15 characters: allowed 16 to 32");
        assertThatThrownBy(() -> new ShortTexts(List.of("x".repeat(33)))).hasMessageContaining("of 33 characters");
    }
}
