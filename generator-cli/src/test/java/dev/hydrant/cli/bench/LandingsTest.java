package dev.hydrant.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.outlet.Landing;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LandingsTest {

    private static final Landing BEFORE = landing(100, 5, 1, null);

    private static Landing landing(long rows, long dropped, long refused, @Nullable String trouble) {
        return new Landing(rows, Map.of(), dropped, refused, trouble);
    }

    @Test
    void everyAcknowledgedRecordIsARowOrLeftOutOnPurpose() {
        assertThat(Landings.missing(BEFORE, landing(140, 15, 1, null), 50)).isNull();
        assertThat(Landings.missing(BEFORE, landing(140, 15, 1, null), 51)).isEqualTo("50 of 51 records did");
        assertThat(Landings.missing(BEFORE, landing(140, 15, 1, "no room"), 50)).endsWith(", no room");
        assertThat(Landings.missing(BEFORE, landing(140, 5, 11, null), 50))
                .isEqualTo("40 of 50 records did, 10 stand in the error output");
        assertThat(Landings.missing(Landing.UNSEEN, Landing.UNSEEN, 50)).isNull();
    }
}
