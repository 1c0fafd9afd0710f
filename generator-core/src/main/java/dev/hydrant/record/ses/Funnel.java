package dev.hydrant.record.ses;

import dev.hydrant.record.lifecycle.Lifecycle;
import dev.hydrant.record.lifecycle.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can become of a message, and how often: every path through
 *
 * <pre>
 *   Send → Rendering Failure
 *        → Reject
 *        → [DeliveryDelay] → Bounce
 *        → [DeliveryDelay] → Delivery → [Open → [Click]] → [Subscription] → [Complaint]
 * </pre>
 *
 * SES accepts a request, which is the Send, before it fills in a template or looks for viruses. Given delivery, opening
 * (and clicking), unsubscribing and complaining are independent. Events that are not published are left out of their
 * paths; their delays add to that of the next event.
 */
final class Funnel {

    private final SesOptions options;

    private Funnel(SesOptions options) {
        this.options = options;
    }

    /**
     * The paths on which something is published after the Send; a stage's code is that of its {@link EventType}.
     */
    static List<Lifecycle> lifecycles(SesOptions options) {
        return new Funnel(options)
                .paths()
                .filter(path -> path.share() > 0 && !path.stages().isEmpty())
                .map(path -> new Lifecycle(path.share(), path.stages()))
                .toList();
    }

    private Stream<Path> paths() {
        SesRates rates = options.rates();
        Duration answer = options.delays().answer();
        Path sent = new Path(1, List.of(), 0);
        double attempted = rates.delivery() + rates.bounce();
        double delayed = part(rates.deliveryDelay(), attempted);
        Path tried = sent.times(attempted).times(1 - delayed).after(answer);
        Path triedAgain = sent.times(attempted)
                .times(delayed)
                .after(answer)
                .then(EventType.DELIVERY_DELAY)
                .after(options.delays().retry());
        return Stream.concat(
                Stream.of(
                        sent.times(rates.reject()).after(answer).then(EventType.REJECT),
                        sent.times(rates.renderingFailure()).after(answer).then(EventType.RENDERING_FAILURE)),
                Stream.of(tried, triedAgain).flatMap(this::answered));
    }

    private Stream<Path> answered(Path path) {
        SesRates rates = options.rates();
        double delivered = part(rates.delivery(), rates.delivery() + rates.bounce());
        return Stream.concat(
                Stream.of(path.times(1 - delivered).then(EventType.BOUNCE)),
                read(path.times(delivered).then(EventType.DELIVERY)));
    }

    private Stream<Path> read(Path path) {
        SesRates rates = options.rates();
        SesDelays delays = options.delays();
        double open = part(rates.open(), rates.delivery());
        Path opened = path.times(open).after(delays.open()).then(EventType.OPEN);
        return Stream.concat(
                        Stream.of(path.times(1 - open)),
                        orNot(opened, part(rates.click(), rates.open()), delays.click(), EventType.CLICK))
                .flatMap(read -> orNot(
                        read, part(rates.subscription(), rates.delivery()), delays.complaint(), EventType.SUBSCRIPTION))
                .flatMap(read -> orNot(
                        read, part(rates.complaint(), rates.delivery()), delays.complaint(), EventType.COMPLAINT));
    }

    private static Stream<Path> orNot(Path path, double chance, Duration delay, EventType type) {
        return Stream.of(path.times(1 - chance), path.times(chance).after(delay).then(type));
    }

    private static double part(double rate, double of) {
        return of > 0 ? Math.min(1, rate / of) : 0;
    }

    /** A way begun: how many messages go it, what was published of it, and the mean seconds since then. */
    private final class Path {

        private final double share;
        private final List<Stage> stages;
        private final double waited;

        Path(double share, List<Stage> stages, double waited) {
            this.share = share;
            this.stages = stages;
            this.waited = waited;
        }

        double share() {
            return share;
        }

        List<Stage> stages() {
            return stages;
        }

        Path times(double chance) {
            return new Path(share * chance, stages, waited);
        }

        Path after(Duration delay) {
            return new Path(share, stages, waited + SesDelays.seconds(delay));
        }

        Path then(EventType type) {
            if (!options.published().contains(type)) {
                return this;
            }
            List<Stage> longer = new ArrayList<>(stages);
            longer.add(new Stage(type.code(), waited));
            return new Path(share, List.copyOf(longer), 0);
        }
    }
}
