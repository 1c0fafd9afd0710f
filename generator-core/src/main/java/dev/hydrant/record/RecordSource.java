package dev.hydrant.record;

/**
 * Makes record {@code index} of a stream, whichever records were made before it.
 *
 * <p>The bytes depend on nothing but what the source was built from (seed, stream, vocabulary) and the two arguments, so
 * any shard makes its own share, a crashed run resumes at an index, and an audit makes the same bytes again. A source
 * holds no state between records and may be used by several threads, each with a buffer of its own.
 */
public interface RecordSource {

    /**
     * Appends one record, its trailing newline included, to {@code out}, without allocating.
     *
     * @param index the record's number in its stream, from 0 to {@link Long#MAX_VALUE}
     * @param eventTime when it happened: nanoseconds since the Unix epoch, UTC
     */
    void write(long index, long eventTime, RecordBuffer out);

    /** What kind of event record {@code index} is, such as Send, as the record says it; empty where all are alike. */
    default String typeOf(long index) {
        return "";
    }
}
