package dev.hydrant.cli.bench;

import dev.hydrant.cli.report.FindMax;
import dev.hydrant.cli.report.Repetition;
import dev.hydrant.cli.report.RunVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a benchmark came to. */
record BenchResult(RunVerdict verdict, @Nullable FindMax findMax, List<Repetition> repetitions) {}
