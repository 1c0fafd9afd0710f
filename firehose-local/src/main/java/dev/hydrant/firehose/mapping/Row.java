package dev.hydrant.firehose.mapping;

import java.util.Arrays;
import org.apache.iceberg.StructLike;
import org.jspecify.annotations.Nullable;

/** One row, or one struct inside it, in Iceberg's internal representation (microseconds, days, byte buffers). */
public final class Row implements StructLike {

    private final @Nullable Object[] values;

    Row(int columns) {
        values = new @Nullable Object[columns];
    }

    void clear() {
        Arrays.fill(values, null);
    }

    @Nullable
    Object get(int column) {
        return values[column];
    }

    void put(int column, @Nullable Object value) {
        values[column] = value;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    @SuppressWarnings("NullAway") // Iceberg's interface is not annotated: a value may be null.
    public <T> T get(int column, Class<T> type) {
        return type.cast(values[column]);
    }

    @Override
    public <T> void set(int column, T value) {
        values[column] = value;
    }
}
