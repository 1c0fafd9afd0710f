package dev.hydrant.firehose.protocol;

import java.util.regex.Pattern;

/** Patterns of the service model for the ARNs in a destination's configuration. */
final class Arns {

    static final Pattern ROLE = Pattern.compile("arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+");
    static final Pattern BUCKET = Pattern.compile("arn:.*:s3:::[\\w\\.\\-]{1,255}");
    static final Pattern CATALOG = Pattern.compile("arn:.*:glue:.*:\\d{12}:catalog(?:(/[a-z0-9_-]+){1,2})?");
    static final int LONGEST = 512;
    static final int LONGEST_BUCKET = 2_048;

    private Arns() {}

    /** The name of the bucket in an ARN that matches its pattern. */
    static String bucket(String arn) throws ServiceException {
        String bucket = arn.replaceFirst(".*:::", "");
        if (bucket.matches("\\.+")) {
            throw ServiceException.invalidArgument("BucketARN: a bucket is not named %s.".formatted(bucket));
        }
        return bucket;
    }
}
