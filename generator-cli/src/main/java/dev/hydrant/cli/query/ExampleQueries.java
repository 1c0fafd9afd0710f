package dev.hydrant.cli.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The queries that Athena gets by name as well: SQL files that stand beside the deployment, each with its description in the first line. */
public final class ExampleQueries {

    private static final List<String> FILES = List.of(
            "all_readings.sql",
            "average_temperature_by_location.sql",
            "latest_above_25_degrees.sql",
            "readings_by_sensor.sql");

    private ExampleQueries() {}

    public static List<ExampleQuery> all() {
        return FILES.stream().map(ExampleQueries::read).toList();
    }

    private static ExampleQuery read(String file) {
        try (InputStream in = ExampleQueries.class.getResourceAsStream("/queries/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the build left out queries/" + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return new ExampleQuery(
                    text.substring("-- ".length(), end), text.substring(end + 1).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One of them.
     *
     * @param title what it answers
     */
    public record ExampleQuery(String title, String sql) {}
}
