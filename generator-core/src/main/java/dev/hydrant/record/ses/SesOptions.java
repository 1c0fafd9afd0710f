package dev.hydrant.record.ses;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a stream of SES events is like.
 *
 * @param published the event types that appear, as an event destination of an SES configuration set chooses them. Send
 *     is always among them, for the others refer to it, and Open when Click is. A type that is not published still
 *     happens: a bounced message is not opened, whether or not its bounce is seen
 * @param rates of all fates, published or not
 * @param delays between the events of a message
 */
public record SesOptions(Set<EventType> published, SesRates rates, SesDelays delays) {

    /** Send, Open and Click at the default rates and delays. */
    public static final SesOptions DEFAULT = new SesOptions(
            EnumSet.of(EventType.SEND, EventType.OPEN, EventType.CLICK), SesRates.DEFAULT, SesDelays.DEFAULT);

    public SesOptions {
        if (!published.contains(EventType.SEND)) {
            throw new IllegalArgumentException(
                    "published event types " + names(published) + ": Send must be among them");
        }
        if (published.contains(EventType.CLICK) && !published.contains(EventType.OPEN)) {
            throw new IllegalArgumentException(
                    "published event types " + names(published) + ": Open must be among them when Click is");
        }
        published = Collections.unmodifiableSet(EnumSet.copyOf(published));
    }

    public SesOptions withPublished(Set<EventType> newPublished) {
        return new SesOptions(newPublished, rates, delays);
    }

    public SesOptions withRates(SesRates newRates) {
        return new SesOptions(published, newRates, delays);
    }

    public SesOptions withDelays(SesDelays newDelays) {
        return new SesOptions(published, rates, newDelays);
    }

    private static String names(Set<EventType> types) {
        return types.stream().map(EventType::text).sorted().collect(Collectors.joining(", "));
    }
}
