package dev.hydrant.record.ses;

/**
 * How many of a hundred messages sent meet each fate, as parts of 1. What remains after bounces, rejects and rendering
 * failures is delivered; only that is opened, complained about or unsubscribed from.
 *
 * @param open opened, once; at most what is delivered
 * @param click a link of it followed, once; at most {@code open}
 * @param bounce not accepted by the recipient's mail server
 * @param complaint marked as spam by the recipient
 * @param reject found to hold a virus, and not delivered
 * @param renderingFailure not sent, for its template could not be filled in
 * @param deliveryDelay tried again before it was delivered or bounced
 * @param subscription unsubscribed from
 */
public record SesRates(
        double open,
        double click,
        double bounce,
        double complaint,
        double reject,
        double renderingFailure,
        double deliveryDelay,
        double subscription) {

    /** Opens 25 %, clicks 4 %, bounces 2 %, complaints 0.1 %; the rarer ones 1 % and less. */
    public static final SesRates DEFAULT = new SesRates(0.25, 0.04, 0.02, 0.001, 0.0005, 0.0005, 0.01, 0.002);

    public SesRates {
        check("bounce", bounce, 1, "1");
        check("reject", reject, 1 - bounce, "1 - bounce");
        check("rendering failure", renderingFailure, 1 - bounce - reject, "1 - bounce - reject");
        double delivered = 1 - bounce - reject - renderingFailure;
        check("open", open, delivered, "1 - bounce - reject - rendering failure");
        check("click", click, open, "the open rate");
        check("complaint", complaint, delivered, "1 - bounce - reject - rendering failure");
        check("subscription", subscription, delivered, "1 - bounce - reject - rendering failure");
        check("delivery delay", deliveryDelay, delivered + bounce, "1 - reject - rendering failure");
    }

    /** Delivered messages: those that neither bounce nor fail before. */
    public double delivery() {
        return Math.max(0, 1 - bounce - reject - renderingFailure);
    }

    private static void check(String name, double rate, double most, String meaning) {
        // What is left of 1 after subtractions may miss a rate that fills it by a rounding error.
        if (!(rate >= 0 && rate <= most + 1e-9)) {
            throw new IllegalArgumentException(
                    name + " rate " + rate + ": allowed 0 to " + most + " (" + meaning + ")");
        }
    }
}
