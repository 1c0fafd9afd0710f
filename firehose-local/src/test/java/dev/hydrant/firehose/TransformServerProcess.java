package dev.hydrant.firehose;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The main class of a local Firehose with transforms, in a process of its own: {@code WAREHOUSE}; ends when its input does. */
final class TransformServerProcess {

    static final String TABLES = "tables";
    static final String OBJECTS = "objects";

    private TransformServerProcess() {}

    /** Delivers without a pause, so that a kill finds every step under way. */
    static LocalFirehoseSettings settings(Path warehouse) {
        return LocalFirehoseSettings.of(warehouse)
                .withPort(0)
                .withFunction("sort", endpoint -> TransformServerProcess::sort)
                .withStream(StreamSettings.toRoutedTables(TABLES, "iot", "sensors", "sort")
                        .withBuffering(1, 0)
                        .withTransformBuffering(0.2, 0))
                .withStream(StreamSettings.toFolder(OBJECTS, "lake", "data/", "sort")
                        .withGzip()
                        .withBuffering(1, 0)
                        .withTransformBuffering(0.2, 0));
    }

    /** Remembers no invocation, other than {@link ScriptedFunction}: there are hundreds of thousands of records. */
    private static void sort(InputStream in, OutputStream out, Context context) throws IOException {
        out.write(TransformCall.read(in, context)
                .each(TransformServerProcess::sorted)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Dropped are the numbers that {@link #isDropped} says; where the others go changes from attempt to attempt. */
    private static ObjectNode sorted(TransformCall.Item item) {
        long number = KilledTransformTest.number(item.text());
        if (isDropped(number)) {
            return item.result("Dropped");
        }
        String row = "{\"message_id\":\"%d\"}%n".formatted(number);
        return switch ((int) ((number + System.nanoTime()) % 5)) {
            case 0 -> item.ok(row, "one", "click_log", "insert");
            case 1 -> item.ok(row, "two", "open_log", "insert");
            case 2 -> item.ok(row, "one", "no_log", "insert");
            case 3 -> item.result("ProcessingFailed");
            default -> item.ok("{\"sensor_id\":\"s\",\"timestamp\":%d}%n".formatted(number));
        };
    }

    static boolean isDropped(long number) {
        return number % 9 == 0;
    }

    public static void main(String[] args) throws Exception {
        try (LocalFirehose firehose = LocalFirehose.start(settings(Path.of(args[0])))) {
            System.out.println(firehose.endpoint());
            while (System.in.read() >= 0) {
                System.out.println(firehose.metrics(TABLES));
            }
        }
    }
}
