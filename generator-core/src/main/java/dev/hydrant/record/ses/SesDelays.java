package dev.hydrant.record.ses;

import java.time.Duration;

/**
 * Mean times between the events of a message. The defaults are short, so that a run of 50 s has a whole funnel; in
 * earnest, readers take minutes to hours. The delays themselves vary, few at once and one in a hundred more than 3.3
 * times the mean.
 *
 * @param answer from sending to what the mail servers make of it: delivery, bounce, delay, reject, rendering failure
 * @param retry from a delivery delay to the delivery or bounce
 * @param open from delivery to the open
 * @param click from the open to the click
 * @param complaint from the last of these to a complaint or a change of subscription
 */
public record SesDelays(Duration answer, Duration retry, Duration open, Duration click, Duration complaint) {

    private static final Duration LONGEST = Duration.ofDays(365);

    public static final SesDelays DEFAULT = new SesDelays(
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Duration.ofMillis(1500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));

    public SesDelays {
        check("answer", answer);
        check("retry", retry);
        check("open", open);
        check("click", click);
        check("complaint", complaint);
    }

    static double seconds(Duration delay) {
        return delay.toNanos() * 1e-9;
    }

    private static void check(String name, Duration delay) {
        if (delay.isNegative() || delay.isZero() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "mean delay of " + name + " " + delay + ": allowed more than 0, to " + LONGEST);
        }
    }
}
