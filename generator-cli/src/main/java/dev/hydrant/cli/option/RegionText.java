package dev.hydrant.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the code of an AWS region; whether there is one of that name, only AWS knows. */
public final class RegionText implements ITypeConverter<String> {

    /** As in terraform/variables.tf. */
    private static final Pattern CODE = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");

    @Override
    public String convert(String text) {
        if (!CODE.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a region: allowed is a region's code such as us-east-1");
        }
        return text;
    }
}
