package dev.hydrant.firehose;

import java.nio.file.Path;

/** The main class of a local Firehose in a process of its own: {@code WAREHOUSE PORT}; ends when its input does. */
final class ServerProcess {

    private ServerProcess() {}

    public static void main(String[] args) throws Exception {
        LocalFirehoseSettings settings =
                LocalFirehoseSettings.of(Path.of(args[0])).withPort(Integer.parseInt(args[1]));
        if (args.length > 2) {
            settings = settings.withBuffering(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        }
        try (LocalFirehose firehose = LocalFirehose.start(settings)) {
            System.out.println(firehose.endpoint());
            while (System.in.read() >= 0) {
                System.out.println(firehose.metrics(LocalFirehoseSettings.DEFAULT_STREAM));
            }
        }
    }
}
