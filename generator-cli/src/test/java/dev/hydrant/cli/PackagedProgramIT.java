package dev.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped: its own launcher, its own JVM, signals as a person sends them. */
@Timeout(120)
class PackagedProgramIT {

    private static final Path LAUNCHER = Path.of("target/hydrant/bin/hydrant").toAbsolutePath();

    private static final String GENERATED = "341abdfaf873cb8bf121c431129063acfe790a79f5a24e7063ee4214ab33063f";
    private static final String GENERATED_FROM_40000 =
            "69b835932f630dad5b2448de5da4b14c3b44d320bc61b1280d634719499a9acb";

    @TempDir
    private Path folder;

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private byte[] output() throws IOException {
        return Files.readAllBytes(folder.resolve("out"));
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Bounded polling: nobody tells when another process has written. */
    private void awaitError(String text) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!errors().contains(text)) {
            assertThat(System.nanoTime())
                    .as("waiting for '%s' in: %s", text, errors())
                    .isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private JsonNode summary() throws IOException {
        List<String> lines =
                new String(output(), StandardCharsets.UTF_8).lines().toList();
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }

    @Test
    void saysItsVersionAndHelp() throws Exception {
        assertThat(end(start("--version"))).isZero();
        assertThat(new String(output(), StandardCharsets.UTF_8)).matches("hydrant \\d+\\.\\d+\\.\\d+\\R");
        assertThat(end(start("run", "--help"))).isZero();
        assertThat(new String(output(), StandardCharsets.UTF_8)).contains("--rate", "--dead-letters", "--linger");
        assertThat(errors()).isEmpty();
    }

    /** Pinned: whoever generated records with an older version must get the same ones from a newer. */
    @Test
    void generatesTheSameBytesEverywhere() throws Exception {
        assertThat(end(start("generate", "--count", "100000", "--seed", "1"))).isZero();
        assertThat(sha256(output())).isEqualTo(GENERATED);
        assertThat(end(start("generate", "--count", "60000", "--from-index", "40000", "--seed", "1")))
                .isZero();
        assertThat(sha256(output())).isEqualTo(GENERATED_FROM_40000);
        assertThat(errors()).isEmpty();
    }

    @Test
    void controlCOnceStopsDeliversAndReports() throws Exception {
        Process run = start("run", "--duration", "1h", "--json");
        awaitOutput();
        signal(run, "INT");
        assertThat(end(run)).as(errors()).isEqualTo(ExitCode.DONE);
        assertThat(errors()).contains("stopping");
        JsonNode summary = summary();
        assertThat(summary.get("generated").longValue())
                .isPositive()
                .isLessThan(summary.get("planned").longValue());
        assertThat(summary.get("landed").longValue())
                .isEqualTo(summary.get("generated").longValue());
    }

    @Test
    void controlCTwiceLeavesAtOnceAndCountsWhatWasAborted() throws Exception {
        // Accepted by the system, answered by nobody.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            Process run = start("run", "--endpoint-url", url, "--duration", "1h", "--json");
            awaitOutput();
            signal(run, "INT");
            awaitError("stopping");
            signal(run, "INT");
            assertThat(end(run)).isEqualTo(ExitCode.NOT_DONE);
        }
        JsonNode summary = summary();
        assertThat(summary.get("aborted").longValue()).isPositive();
        assertThat(summary.get("generated").longValue())
                .isEqualTo(summary.get("aborted").longValue()
                        + summary.get("deadLettered").longValue());
    }

    /** The first progress line: records are on their way. */
    private void awaitOutput() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (output().length == 0) {
            assertThat(System.nanoTime())
                    .as("waiting for progress; %s", errors())
                    .isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
