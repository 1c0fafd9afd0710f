package dev.hydrant.cli;

import dev.hydrant.cli.page.ReportPage;
import dev.hydrant.cli.report.ReportFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A report as a page. */
@Command(
        name = "report",
        description = "Makes a page of a report of 'bench': one HTML file that needs no network.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "what 'bench --output FILE' wrote")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PAGE",
            required = true,
            description = "HTML file to write")
    private Path page;

    @Override
    public Integer call() throws IOException {
        String html = ReportPage.of(ReportFile.read(file));
        ReportFile.write(page, html.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }
}
