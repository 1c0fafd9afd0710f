package dev.hydrant.lambda.runtime;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The packaged jar in a JVM of its own, started by AWS's runtime interface client with what Lambda's Java runtimes give a
 * function of 512 MB: a heap of 85 % of it, the serial collector, the first compiler only.
 */
public final class LambdaProcess implements AutoCloseable {

    /** As JDK 17 and as JDK 25 say it. */
    private static final Pattern GENERATION = Pattern.compile("(?:generation|DefNew|Tenured) .*used ([0-9]+)K");

    /** Names the native library, as Lambda's own runtimes do; without it every process unpacks it over that of the others. */
    private static final String NATIVE_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private static final Path JAR = Path.of("target/generator-lambda.jar");

    private final RuntimeApi api;
    private final Process process;
    private final Jdks.Jdk jdk;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final long startedAt;

    /**
     * Starts a function.
     *
     * @param handler a class of the jar
     * @param firehose where it finds Firehose
     */
    public LambdaProcess(
            Jdks.Jdk jdk,
            RuntimeApi api,
            String handler,
            URI firehose,
            Map<String, String> environment,
            String... flags)
            throws IOException {
        this.api = api;
        this.jdk = jdk;
        List<String> command = new ArrayList<>(List.of(
                jdk.java().toString(), "-Xmx" + 512 * 85 / 100 + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-D" + NATIVE_CLIENT + "=" + nativeClient());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath(), AWSLambda.class.getName(), handler));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                        api.address(),
                        "AWS_REGION",
                        "us-east-1",
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_ENDPOINT_URL_FIREHOSE",
                        firehose.toString(),
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "f",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "512"));
        builder.environment().putAll(environment);
        startedAt = System.nanoTime();
        process = builder.start();
        Thread reader = new Thread(this::read, "lambda-log");
        reader.setDaemon(true);
        reader.start();
    }

    private static String classPath() {
        return Stream.of(
                        JAR.toFile(),
                        jar(AWSLambda.class),
                        jar(PojoSerializer.class),
                        jar(SdkInternalThreadLocal.class))
                .map(File::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static synchronized Path nativeClient() throws IOException {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch" : "x86";
        boolean musl = Files.exists(Path.of("/lib/ld-musl-" + arch + (arch.equals("x86") ? "_64" : "64") + ".so.1"));
        String name = "libaws-lambda-jni.linux" + (musl ? "_musl" : "") + "-" + arch + "_64.so";
        Path unpacked = Path.of("target", name).toAbsolutePath();
        if (!Files.exists(unpacked)) {
            try (InputStream library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
                Path fresh = unpacked.resolveSibling(name + ".new");
                Files.copy(library, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, unpacked, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return unpacked;
    }

    private static File jar(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(log::add);
        } catch (IOException | UncheckedIOException e) {
            log.add("log ended: " + e.getMessage());
        }
    }

    public RuntimeApi api() {
        return api;
    }

    /** {@link System#nanoTime} before the JVM was started. */
    public long startedAt() {
        return startedAt;
    }

    /** Lines of standard output and error so far. */
    public List<String> log() {
        return log;
    }

    /** Processor time of the process so far, all threads together. */
    public long processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Used heap in MB after the JVM has cleaned up, by jcmd. */
    public long liveHeapMegabytes() throws IOException, InterruptedException {
        run("GC.run");
        long kilobytes = 0;
        for (String line : run("GC.heap_info")) {
            Matcher generation = GENERATION.matcher(line);
            if (generation.find()) {
                kilobytes += Long.parseLong(generation.group(1));
            }
        }
        return kilobytes / 1024;
    }

    /** The most memory that the process had resident, in MB; Linux tells it. */
    public long peakResidentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("no VmHWM");
    }

    private List<String> run(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        jdk.home().resolve("bin/jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
