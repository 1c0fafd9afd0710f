package dev.hydrant.firehose.transform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a stream's records are transformed.
 *
 * @param functionArn of the function, with or without a qualifier
 * @param retries after a failed invocation, 0 to 300 (AWS documentation of ProcessorParameter, NumberOfRetries)
 */
public record TransformDefinition(String functionArn, int retries, TransformBuffering buffering) {

    public static final int DEFAULT_RETRIES = 3;
    public static final int MOST_RETRIES = 300;

    private static final Pattern ARN = Pattern.compile(
            "arn:[a-z-]+:lambda:[a-z0-9-]+:\\d{12}:function:([a-zA-Z0-9_-]{1,64})(?::[a-zA-Z0-9$_.-]{1,128})?");

    public TransformDefinition {
        if (!ARN.matcher(functionArn).matches()) {
            throw new IllegalArgumentException(
                    "LambdaArn %s: allowed is arn:aws:lambda:REGION:ACCOUNT:function:NAME, with or without :QUALIFIER"
                            .formatted(functionArn));
        }
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException("NumberOfRetries %d: allowed 0 to %d".formatted(retries, MOST_RETRIES));
        }
    }

    /** The name of the function in its ARN. */
    public String functionName() {
        Matcher matcher = ARN.matcher(functionArn);
        return matcher.matches() ? matcher.group(1) : functionArn;
    }
}
