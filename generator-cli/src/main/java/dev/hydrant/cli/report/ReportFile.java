package dev.hydrant.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report on disk. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Writes the whole report or nothing: a file that was there before stays until the new one is complete.
     *
     * @throws IOException with the file's name, when its folder can't be written
     */
    public static void write(Path file, RunReport report) throws IOException {
        write(file, ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    }

    /**
     * Checks, before the work that is to be written.
     *
     * @throws UsageError when no file can be written there
     */
    public static void check(Path file) {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target) || !Files.isDirectory(target.resolveSibling("."))) {
            throw new UsageError(file + ": allowed is a file in a folder that exists");
        }
    }

    /** Writes all of the bytes or nothing, through a file beside it; into a device such as {@code /dev/stdout} directly. */
    public static void write(Path file, byte[] bytes) throws IOException {
        check(file);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes);
            } else {
                // A link stays one: what it leads to is replaced.
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), bytes);
            }
        } catch (IOException e) {
            throw new IOException(file + ": " + e, e);
        }
    }

    private static void replace(Path target, byte[] bytes) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    /**
     * Reads what {@link #write(Path, RunReport)} wrote.
     *
     * @throws UsageError when the file is none, naming file, path, value and what is allowed
     */
    public static RunReport read(Path file) throws IOException {
        JsonNode json = json(file);
        JsonNode format = json.path("format");
        if (format.isIntegralNumber() && format.longValue() > RunReport.FORMAT) {
            throw new UsageError(file + ": format " + format + " was written by a newer Hydrant: this one reads 1 to "
                    + RunReport.FORMAT);
        }
        String broken = ReportSchema.firstError(json);
        if (!broken.isEmpty()) {
            throw new UsageError(file + ": " + broken);
        }
        return ReportJson.mapper().treeToValue(json, RunReport.class);
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            JsonNode json = ReportJson.mapper().readTree(Files.readAllBytes(file));
            if (!json.isObject()) {
                throw new UsageError(file + ": allowed is a report, as 'hydrant bench --output FILE' writes it");
            }
            return json;
        } catch (NoSuchFileException e) {
            throw new UsageError(file + ": no such file: allowed is a report of 'hydrant bench --output FILE'", e);
        } catch (JsonProcessingException e) {
            throw new UsageError(
                    file + ", line " + e.getLocation().getLineNr() + ": not JSON, " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e, e);
        }
    }
}
