package dev.hydrant.firehose.protocol;

import dev.hydrant.firehose.delivery.BufferingHints;
import org.jspecify.annotations.Nullable;

/** The BufferingHints of a destination's configuration; what is absent is taken as Firehose does. */
record Buffering(@Nullable Integer size, @Nullable Integer interval) {

    static Buffering of(Arguments configuration, String at, Violations violations) throws ServiceException {
        Arguments hints = configuration.object("BufferingHints");
        Buffering buffering = new Buffering(hints.integer("SizeInMBs"), hints.integer("IntervalInSeconds"));
        violations.range(
                buffering.size, at + "bufferingHints.sizeInMBs", BufferingHints.LEAST_MIB, BufferingHints.MOST_MIB);
        violations.range(
                buffering.interval,
                at + "bufferingHints.intervalInSeconds",
                BufferingHints.LEAST_SECONDS,
                BufferingHints.MOST_SECONDS);
        return buffering;
    }

    BufferingHints hints() {
        return new BufferingHints(
                size == null ? BufferingHints.AWS_DEFAULT.sizeMiB() : size,
                interval == null ? BufferingHints.AWS_DEFAULT.intervalSeconds() : interval);
    }
}
