package dev.hydrant.firehose.stream;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stream is told beside where and how it delivers.
 *
 * @param version 1 at first, one more with every change of its destination (AWS documentation of UpdateDestination)
 * @param tags by key
 * @param encryption null when it is off
 */
public record StreamAttributes(
        int version,
        NavigableMap<String, String> tags,
        @Nullable StreamEncryption encryption) {

    /** Most tags of a stream (AWS documentation of TagDeliveryStream). */
    public static final int MOST_TAGS = 50;

    public static final StreamAttributes NEW = new StreamAttributes(1, new TreeMap<>(), null);

    public StreamAttributes {
        tags = Collections.unmodifiableNavigableMap(new TreeMap<>(tags));
    }

    public StreamAttributes withTags(NavigableMap<String, String> newTags) {
        return new StreamAttributes(version, newTags, encryption);
    }

    public StreamAttributes withEncryption(@Nullable StreamEncryption newEncryption) {
        return new StreamAttributes(version, tags, newEncryption);
    }

    StreamAttributes next() {
        return new StreamAttributes(version + 1, tags, encryption);
    }
}
