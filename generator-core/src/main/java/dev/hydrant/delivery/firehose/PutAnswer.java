package dev.hydrant.delivery.firehose;

import java.nio.charset.StandardCharsets;

/** Recognises, without reading it as JSON, the usual answer of PutRecordBatch: a record id for each record, and no error. */
final class PutAnswer {

    private static final byte[] ID = "\"RecordId\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERROR = "\"ErrorCode\"".getBytes(StandardCharsets.US_ASCII);

    private PutAnswer() {}

    /**
     * True only when there are {@code records} record ids and no error code. An id cannot hold the searched text: a quote in
     * it would be escaped.
     */
    static boolean takesAll(byte[] answer, int records) {
        int ids = 0;
        for (int at = 0; at < answer.length; at++) {
            // Few characters are quotes once an id is 224 characters long.
            if (answer[at] != '"') {
                continue;
            }
            if (startsWith(answer, at, ID)) {
                ids++;
            } else if (startsWith(answer, at, ERROR)) {
                return false;
            }
        }
        return ids == records;
    }

    private static boolean startsWith(byte[] text, int at, byte[] word) {
        if (at + word.length > text.length) {
            return false;
        }
        for (int k = 1; k < word.length; k++) {
            if (text[at + k] != word[k]) {
                return false;
            }
        }
        return true;
    }
}
