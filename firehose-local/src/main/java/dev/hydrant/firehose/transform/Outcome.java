package dev.hydrant.firehose.transform;

/** What became of one record in its transform. */
public sealed interface Outcome {

    /** To be delivered. */
    final class Ok implements Outcome {

        private final byte[] data;
        private final Route route;

        Ok(byte[] data, Route route) {
            this.data = data;
            this.route = route;
        }

        byte[] data() {
            return data;
        }

        Route route() {
            return route;
        }
    }

    /** Left out on purpose. */
    record Dropped() implements Outcome {}

    /**
     * For the error output, with the original data.
     *
     * @param code {@code Lambda.*}, as Firehose writes it
     * @param attempts invocations made for the record
     * @param endMillis when the last of them ended, milliseconds since the Unix epoch
     */
    record Failed(String code, String message, int attempts, long endMillis) implements Outcome {

        /** The function answered ProcessingFailed. */
        public static final String STATUS = "Lambda.ProcessingFailedStatus";

        /** The answer left the record out. */
        public static final String MISSING = "Lambda.MissingRecordId";

        /** The answer has the record more than once. */
        public static final String DUPLICATED = "Lambda.DuplicatedRecordId";

        /** Every invocation failed, or gave an answer that cannot be used. */
        public static final String FUNCTION = "Lambda.FunctionError";
    }
}
