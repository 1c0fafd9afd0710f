package dev.hydrant.record.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.record.Sources;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void theWordsOfASeedKeepTheirDigest() {
        assertThat(Sources.sha256(Vocabulary.of(1, "ses").toString()))
                .isEqualTo("716fa243d909692b331e010765d3e221e7e5f747af502227a0b1cd50aa714f4e");
    }

    @Test
    void theMachinesLocaleAndTimeZoneDoNotMatter() {
        Vocabulary words = Vocabulary.of(2, "ses");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(Vocabulary.of(2, "ses")).isEqualTo(words);
            assertThat(new SesRecords(2, "ses", SesOptions.DEFAULT, 200, Sources.EVENT_TIME))
                    .satisfies(source -> assertThat(Sources.text(source, 0, 1)).contains("@"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void seedsAndStreamsHaveWordsOfTheirOwn() {
        assertThat(Vocabulary.of(1, "ses"))
                .isNotEqualTo(Vocabulary.of(2, "ses"))
                .isNotEqualTo(Vocabulary.of(1, "mail"));
    }
}
