package dev.hydrant.cli.session;

import dev.hydrant.cli.UsageError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a session shows, and where it keeps what it could not deliver. */
public final class SessionOptions {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Option(names = "--json", description = "JSON lines instead of text: progress, then a summary as the last line")
    private boolean json;

    @Option(names = "--quiet", description = "no progress: only the report at the end")
    private boolean quiet;

    @Option(
            names = "--dead-letters",
            paramLabel = "FILE",
            description = "where records that can't be delivered are kept, for 'hydrant replay' "
                    + "(default: ./dead-letters-TIME.jsonl, made when needed)")
    private @Nullable Path deadLetters;

    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }

    /**
     * The file for the dead letters of a stream of a session that begins now.
     *
     * @param stream goes into the name where a session has several; else empty
     * @throws UsageError when it could not be written there
     */
    public Path deadLetters(Instant now, String stream) {
        Path file = deadLetters == null ? Path.of("dead-letters-" + STAMP.format(now) + ".jsonl") : deadLetters;
        if (!stream.isEmpty()) {
            file = file.resolveSibling(withName(file.getFileName().toString(), stream));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UsageError(
                    "--dead-letters '" + file + "': allowed a file in a folder that exists and can be written");
        }
        return file;
    }

    /** {@code letters.jsonl} becomes {@code letters-ses.jsonl}. */
    private static String withName(String file, String stream) {
        int dot = file.lastIndexOf('.');
        int end = dot <= 0 ? file.length() : dot;
        return file.substring(0, end) + "-" + stream + file.substring(end);
    }
}
