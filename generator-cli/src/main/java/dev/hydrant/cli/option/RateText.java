package dev.hydrant.cli.option;

import dev.hydrant.load.ConstantRate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads rates such as 200, 0.1 or 200/s. */
public final class RateText implements ITypeConverter<ConstantRate> {

    @Override
    public ConstantRate convert(String text) {
        try {
            return ConstantRate.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
