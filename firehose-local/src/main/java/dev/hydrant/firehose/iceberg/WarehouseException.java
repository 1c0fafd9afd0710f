package dev.hydrant.firehose.iceberg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A warehouse folder that cannot be used as asked; the message is one line that names the folder and the reason. */
public final class WarehouseException extends IOException {

    public WarehouseException(String message) {
        super(message);
    }

    public WarehouseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
