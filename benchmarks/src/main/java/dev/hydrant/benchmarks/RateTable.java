package dev.hydrant.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records a second by contender, measured several times: medians, their spread, and how the first one compares with each. */
public final class RateTable {

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, List<Double>> cpu = new LinkedHashMap<>();

    /** @param contenders their names, our own first */
    public RateTable(List<String> contenders) {
        contenders.forEach(name -> rates.put(name, new ArrayList<>()));
    }

    public void add(String contender, double recordsPerSecond) {
        List<Double> all = rates.get(contender);
        if (all == null) {
            throw new IllegalArgumentException("contender " + contender + ": allowed " + rates.keySet());
        }
        all.add(recordsPerSecond);
    }

    /** @param cpuMicros of the contender's process for each batch */
    public void add(String contender, double recordsPerSecond, double cpuMicros) {
        add(contender, recordsPerSecond);
        cpu.computeIfAbsent(contender, name -> new ArrayList<>()).add(cpuMicros);
    }

    /** Leaves out contenders that were never measured. */
    public void print(PrintStream out) {
        rates.values().removeIf(List::isEmpty);
        String ours = rates.keySet().iterator().next();
        double best = median(rates.getOrDefault(ours, List.of()));
        int width = rates.keySet().stream().mapToInt(String::length).max().orElseThrow();
        out.printf(
                Locale.ROOT,
                "%-" + width + "s  %14s  %31s  %s%s%n",
                "",
                "records/s",
                "lowest to highest",
                cpu.isEmpty() ? "" : String.format(Locale.ROOT, "%16s  ", "CPU us a batch"),
                ours + " is");
        rates.forEach((name, all) -> out.printf(
                Locale.ROOT,
                "%-" + width + "s  %,14.0f  %,14.0f to %,13.0f  %s%s%n",
                name,
                median(all),
                all.stream().min(Double::compare).orElseThrow(),
                all.stream().max(Double::compare).orElseThrow(),
                cpu.isEmpty() ? "" : String.format(Locale.ROOT, "%,16.0f  ", median(cpu.getOrDefault(name, List.of()))),
                name.equals(ours) ? "" : String.format(Locale.ROOT, "%.2f times as fast", best / median(all))));
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
