package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.ReportFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is shown and kept of a benchmark. */
final class ResultOptions {

    @Option(
            names = "--output",
            paramLabel = "FILE.json",
            description = "keep the report, for 'hydrant report' and 'hydrant compare'")
    private @Nullable Path output;

    @Option(
            names = "--histogram-log",
            paramLabel = "FILE.hlog",
            description = "keep every second's histograms, in HdrHistogram's log format")
    private @Nullable Path histograms;

    @Option(names = "--json", description = "print the report as JSON, in one line, instead of text")
    private boolean json;

    @Option(names = "--quiet", description = "no progress: only the result")
    private boolean quiet;

    @Nullable
    Path output() {
        return output;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    /** Checks, before the work that is to be kept, that it can be. */
    void check() {
        for (Path file : new Path[] {output, histograms}) {
            if (file != null) {
                ReportFile.check(file);
            }
        }
    }

    /** The log to write, or one that keeps nothing. */
    HistogramLog log() throws IOException {
        return histograms == null ? HistogramLog.none() : HistogramLog.to(histograms);
    }
}
