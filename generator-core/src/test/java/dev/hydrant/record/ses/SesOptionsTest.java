package dev.hydrant.record.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SesOptionsTest {

    @Test
    void theDefaultsAreTheReferenceSystems() {
        assertThat(SesOptions.DEFAULT.published())
                .containsExactlyInAnyOrder(EventType.SEND, EventType.OPEN, EventType.CLICK);
        assertThat(SesRates.DEFAULT.open()).isEqualTo(0.25);
        assertThat(SesRates.DEFAULT.click()).isEqualTo(0.04);
        assertThat(SesRates.DEFAULT.bounce()).isEqualTo(0.02);
        assertThat(SesRates.DEFAULT.complaint()).isEqualTo(0.001);
    }

    @Test
    void typesAreFoundByTheirText() {
        for (EventType type : EventType.values()) {
            assertThat(EventType.of(type.text())).isEqualTo(type);
        }
        assertThatThrownBy(() -> EventType.of("send"))
                .hasMessage("SES event type 'send': allowed Send, Delivery, Open, Click, Bounce, Complaint, Reject,"
                        + " Rendering Failure, DeliveryDelay, Subscription");
    }

    @Test
    void codesAreNumberedFromTheSend() {
        assertThat(EventType.values()).extracting(EventType::code).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void impossibleOptionsAreNamed() {
        assertThatThrownBy(() -> SesOptions.DEFAULT.withPublished(Set.of(EventType.OPEN)))
                .hasMessage("published event types Open: Send must be among them");
        assertThatThrownBy(() -> SesOptions.DEFAULT.withPublished(EnumSet.of(EventType.SEND, EventType.CLICK)))
                .hasMessage("published event types Click, Send: Open must be among them when Click is");
        assertThatThrownBy(() -> new SesRates(1.5, 0, 0, 0, 0, 0, 0, 0))
                .hasMessage("open rate 1.5: allowed 0 to 1.0 (1 - bounce - reject - rendering failure)");
        assertThatThrownBy(() -> new SesRates(0.2, 0.3, 0, 0, 0, 0, 0, 0))
                .hasMessage("click rate 0.3: allowed 0 to 0.2 (the open rate)");
        assertThatThrownBy(() -> new SesRates(0.9, 0, 0.25, 0, 0, 0, 0, 0))
                .hasMessage("open rate 0.9: allowed 0 to 0.75 (1 - bounce - reject - rendering failure)");
        assertThatThrownBy(() -> new SesRates(Double.NaN, 0, 0, 0, 0, 0, 0, 0))
                .hasMessageStartingWith("open rate NaN: allowed 0 to 1.0");
        assertThatThrownBy(() -> new SesRates(0, 0, -0.1, 0, 0, 0, 0, 0)).hasMessageStartingWith("bounce rate -0.1");
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new SesDelays(second, second, Duration.ZERO, second, second))
                .hasMessage("mean delay of open PT0S: allowed more than 0, to PT8760H");
    }

    @Test
    void ratesThatFillTheWholeAreAllowed() {
        assertThat(new SesRates(0.7, 0.7, 0.1, 0.7, 0.1, 0.1, 0.8, 0.7).delivery())
                .isLessThanOrEqualTo(0.7000001);
    }
}
