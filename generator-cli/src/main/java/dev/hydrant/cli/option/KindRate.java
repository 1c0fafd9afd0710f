package dev.hydrant.cli.option;

import dev.hydrant.load.ConstantRate;
import dev.hydrant.run.RecordKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * One stream of a run.
 *
 * @param rate of this stream alone, or null for the run's
 */
public record KindRate(RecordKind kind, @Nullable ConstantRate rate) {

    /** Reads a kind, or a kind and its rate: {@code ses} or {@code ses=50/s}. */
    public static final class Text implements ITypeConverter<KindRate> {

        @Override
        public KindRate convert(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new KindRate(new KindText().convert(text), null)
                    : new KindRate(
                            new KindText().convert(text.substring(0, equals)),
                            new RateText().convert(text.substring(equals + 1)));
        }
    }
}
