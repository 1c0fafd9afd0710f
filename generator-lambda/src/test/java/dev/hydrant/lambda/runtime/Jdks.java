package dev.hydrant.lambda.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs of this machine: the one that runs the tests, and its neighbours of the versions that Lambda has and Hydrant is tested on. */
public final class Jdks {

    /** Version {@code version}, such as 17, installed in {@code home}. */
    public record Jdk(int version, Path home) {

        public Path java() {
            return home.resolve("bin/java");
        }

        @Override
        public String toString() {
            return "JDK " + version;
        }
    }

    private Jdks() {}

    /** One of each version, ascending. */
    public static List<Jdk> all() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        TreeMap<Integer, Jdk> found = new TreeMap<>();
        try (Stream<Path> neighbours = Files.list(home.getParent())) {
            for (Path neighbour : neighbours.sorted().toList()) {
                int version = version(neighbour);
                if (version == 17 || version == 25) {
                    found.put(version, new Jdk(version, neighbour));
                }
            }
        }
        int own = Runtime.version().feature();
        found.put(own, new Jdk(own, home));
        return new ArrayList<>(found.values());
    }

    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return 0;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }
}
