package dev.hydrant.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hydrant.cli.compare.Comparison;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.RunVerdict;
import dev.hydrant.cli.report.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>-->\"'&";

    private static RunReport evil() {
        RunReport r = SampleRun.of(1, 10, 1).report();
        return RunReport.of(
                List.of("hydrant", "bench", EVIL),
                r.startedAt(),
                r.scenario(),
                r.environment(),
                new RunVerdict(true, r.verdict().expectations(), r.verdict().bottleneck(), EVIL),
                r.findMax(),
                r.repetitions());
    }

    @Test
    void whatAReportHoldsIsTextAndNeverMarkup() {
        RunReport report = evil();
        for (String page : List.of(
                ReportPage.of(report), ComparePage.of(EVIL, report, EVIL, report, Comparison.of(report, report)))) {
            assertThat(page).doesNotContain("<script>alert").doesNotContain("<img");
            assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(1)");
            assertThat(page.split("</script>", -1)).hasSize(4);
        }
    }

    @Test
    void aPageNeedsNoNetworkAndCarriesTheLicence() {
        String page = ReportPage.of(SampleRun.of(1, 10, 1).report());
        assertThat(page).contains("The MIT License", "Chart.js Contributors");
        assertThat(page)
                .doesNotContain("sourceMappingURL")
                .doesNotContain("src=")
                .doesNotContain("@import");
    }

    @Test
    void theVerdictAndTheAccountStandBeforeAllElse() {
        String page =
                ReportPage.of(SampleRun.of(2, 20, 5).withStall(8).report()).replace("&#x3D;", "=");
        assertThat(page.indexOf("Failed")).isPositive().isLessThan(page.indexOf("100,000 planned = "));
        assertThat(page.indexOf("100,000 generated = 100,000 acknowledged + 0 dead-lettered + 0 aborted"))
                .isPositive()
                .isLessThan(page.indexOf("Key figures"));
        assertThat(page).contains("The stream did not answer for 2.0 s");
    }

    @Test
    void everyChartHasItsNumbersInATable() {
        String page =
                ReportPage.of(SampleRun.of(3, 60, 1).withLocal().withSearch().report());
        assertThat(page.split("<canvas", -1)).hasSize(1 + 10);
        assertThat(page.split("<details>", -1)).hasSize(1 + 10);
    }

    @Test
    void aDayIsAPageOfBoundedSize() {
        assertThat(ReportPage.of(SampleRun.of(4, 7_200, 1).report()).length())
                .isLessThan(ReportPage.of(SampleRun.of(4, 600, 1).report()).length() * 2);
    }

    @Test
    void theCommandIsQuotedForAShell() {
        assertThat(Setting.command(List.of("hydrant", "--load", "1000/s for 10s", "--expect", "p99<5ms", "it's")))
                .isEqualTo("hydrant --load '1000/s for 10s' --expect 'p99<5ms' 'it'\\''s'");
    }
}
