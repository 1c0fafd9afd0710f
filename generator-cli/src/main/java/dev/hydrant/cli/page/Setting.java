package dev.hydrant.cli.page;

import dev.hydrant.cli.progress.Amount;
import dev.hydrant.cli.report.RunEnvironment;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.RunScenario;
import dev.hydrant.cli.report.TimerNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run can be repeated from: its command line, its scenario, its machine. */
final class Setting {

    private Setting() {}

    static Map<String, Object> of(RunReport report) {
        return Map.of(
                "command", command(report.command()),
                "scenario", scenario(report.scenario()),
                "environment", environment(report.environment()),
                "version", report.environment().hydrant());
    }

    /** As a shell takes it. */
    static String command(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    static List<Map<String, String>> scenario(RunScenario scenario) {
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("load", scenario.load()));
        Integer sensors = scenario.sensors();
        facts.add(fact(
                "records", scenario.records() + (sensors == null ? "" : " of " + Amount.count(sensors) + " sensors")));
        facts.add(fact("seed", Long.toString(scenario.seed())));
        facts.add(fact("stream", scenario.stream()));
        facts.add(fact("endpoint", scenario.endpoint()));
        facts.add(fact("linger", Numbers.rate(scenario.lingerMillis()) + " ms"));
        facts.add(fact("batches in flight", Integer.toString(scenario.inFlight())));
        facts.add(fact("what is late", scenario.late().equals("drop") ? "is dropped" : "is sent late"));
        facts.add(fact("warm-up", Numbers.rate(scenario.warmupSeconds()) + " s before each repetition"));
        facts.add(fact("repetitions", Integer.toString(scenario.repeat())));
        return facts;
    }

    static List<Map<String, String>> environment(RunEnvironment environment) {
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("Hydrant", environment.hydrant()));
        facts.add(fact("Java", environment.java() + ", " + environment.vm()));
        facts.add(fact("system", environment.os()));
        String cpu = environment.cpu();
        facts.add(fact("processor", environment.cores() + " cores" + (cpu == null ? "" : ", " + cpu)));
        Long memory = environment.memoryBytes();
        if (memory != null) {
            facts.add(fact("memory", Numbers.mebibytes(memory) + " MiB"));
        }
        facts.add(fact("heap", Numbers.mebibytes(environment.heapBytes()) + " MiB at most"));
        TimerNoise noise = environment.timerNoise();
        if (noise != null) {
            facts.add(fact(
                    "timer noise",
                    "p50 " + Numbers.digits(noise.p50()) + " ms, p99 " + Numbers.digits(noise.p99()) + " ms, maximum "
                            + Numbers.digits(noise.max()) + " ms: so late the machine itself wakes a thread"));
        }
        return facts;
    }

    private static Map<String, String> fact(String name, String value) {
        return Map.of("name", name, "value", value);
    }
}
