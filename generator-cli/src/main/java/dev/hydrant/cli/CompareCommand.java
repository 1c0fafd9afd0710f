package dev.hydrant.cli;

import dev.hydrant.cli.compare.CompareJson;
import dev.hydrant.cli.compare.CompareText;
import dev.hydrant.cli.compare.Comparison;
import dev.hydrant.cli.page.ComparePage;
import dev.hydrant.cli.report.ReportFile;
import dev.hydrant.cli.report.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two reports side by side. */
@Command(
        name = "compare",
        description =
                "Says of two reports of 'bench' whether the second is faster or slower than the first, or that it can't be told.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BASE", description = "report of the run to compare with")
    private Path base;

    @Parameters(index = "1", paramLabel = "OTHER", description = "report of the run that is judged")
    private Path other;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PAGE",
            description = "also write a page that shows both, an HTML file that needs nothing else")
    private @Nullable Path page;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunReport from = ReportFile.read(base);
        RunReport to = ReportFile.read(other);
        Comparison comparison = Comparison.of(from, to);
        if (page != null) {
            String html = ComparePage.of(base.toString(), from, other.toString(), to, comparison);
            ReportFile.write(page, html.getBytes(StandardCharsets.UTF_8));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CompareJson.of(comparison, base.toString(), other.toString()));
        } else {
            CompareText.print(comparison, base.toString(), other.toString(), out);
        }
        return ExitCode.DONE;
    }
}
