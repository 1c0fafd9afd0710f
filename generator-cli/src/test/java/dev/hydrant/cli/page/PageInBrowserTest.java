package dev.hydrant.cli.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hydrant.cli.compare.Comparison;
import dev.hydrant.cli.report.RunReport;
import dev.hydrant.cli.report.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as a browser shows them; skipped where there is none. */
@Tag("slow")
class PageInBrowserTest {

    /** Share of a canvas that is painted at the least: the axes alone are more. */
    private static final double PAINTED = 0.002;

    private static final String CHARTS = """
            new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
              [...document.querySelectorAll("canvas")].map(canvas => {
                const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                let painted = 0;
                for (let i = 3; i < pixels.length; i += 4) painted += pixels[i] > 0;
                return { id: canvas.id, painted: painted / (pixels.length / 4), width: canvas.clientWidth };
              }))""";

    /** What reaches beyond the screen, or is cut by its own box, outside of what may be scrolled. */
    private static final String CUT = """
            [...document.querySelectorAll("body *")].filter(element => {
              if (element.closest("details, script, .stack thead, svg")) return false;
              const box = element.getBoundingClientRect();
              return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5
                || element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).display !== "inline");
            }).map(element => element.outerHTML.slice(0, 200))""";

    private static final String BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor";

    @TempDir
    private static Path folder;

    private static Optional<Browser> browser = Optional.empty();
    private static Map<String, Path> pages = Map.of();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Browser.installed();
        if (program.isEmpty()) {
            System.out.println("skipped: this machine has no Chromium to open the pages in");
        }
        Assumptions.assumeTrue(program.isPresent());
        browser = Optional.of(new Browser(program.get()));
        RunReport plain = SampleRun.of(1, 30, 1).report();
        RunReport slower = SampleRun.of(5, 10, 5).withAdded(5).report();
        pages = Map.of(
                "plain", page("plain", ReportPage.of(plain)),
                "stall",
                        page(
                                "stall",
                                ReportPage.of(
                                        SampleRun.of(2, 20, 5).withStall(8).report())),
                "local",
                        page(
                                "local",
                                ReportPage.of(SampleRun.of(3, 60, 1)
                                        .withLocal()
                                        .withSearch()
                                        .report())),
                "long", page("long", ReportPage.of(SampleRun.of(4, 3_600, 1).report())),
                "compare",
                        page(
                                "compare",
                                ComparePage.of("a.json", plain, "b.json", slower, Comparison.of(plain, slower))));
    }

    private static Path page(String name, String html) throws IOException {
        return Files.writeString(folder.resolve(name + ".html"), html, StandardCharsets.UTF_8);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "plain, 1280, false", "plain, 400, true", "stall, 1280, true", "stall, 400, false", "local, 1280, false",
        "local, 400, true", "long, 1280, true", "compare, 1280, false", "compare, 1280, true", "compare, 400, true",
        "compare, 400, false"
    })
    void chartsAreDrawnNothingIsCutAndTheConsoleIsSilent(String name, int width, boolean dark) {
        BrowserPage page = browser.orElseThrow().page();
        page.open(requireNonNull(pages.get(name)), width, dark);
        for (JsonNode chart : page.evaluate(CHARTS)) {
            assertThat(chart.get("painted").doubleValue()).as("%s", chart).isGreaterThan(PAINTED);
            assertThat(chart.get("width").intValue()).as("%s", chart).isBetween(200, width);
        }
        assertThat(page.evaluate("+document.documentElement.dataset.drawn").intValue())
                .isEqualTo(page.evaluate("document.querySelectorAll('canvas').length")
                        .intValue())
                .isPositive();
        assertThat(page.evaluate("document.documentElement.scrollWidth").intValue())
                .isEqualTo(width);
        assertThat(page.evaluate(CUT)).isEmpty();
        assertThat(page.evaluate(BACKGROUND).textValue()).isEqualTo(dark ? "rgb(20, 23, 27)" : "rgb(255, 255, 255)");
        assertThat(page.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"stall, true", "compare, false"})
    void paperIsWhiteAndTheScreenIsAsItWasAfterwards(String name, boolean dark) {
        BrowserPage page = browser.orElseThrow().page();
        page.open(requireNonNull(pages.get(name)), 1280, dark);
        page.evaluate(
                "addEventListener('beforeprint', () => { window.printed = getComputedStyle(document.documentElement).backgroundColor; })");
        String before = page.evaluate(BACKGROUND).textValue();
        byte[] pdf = page.pdf();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(20_000);
        assertThat(page.evaluate("window.printed").textValue()).isEqualTo("rgb(255, 255, 255)");
        assertThat(page.evaluate(BACKGROUND).textValue()).isEqualTo(before);
        assertThat(page.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"plain", "local"})
    void theAxisTurnsLogarithmicAndBack(String name) {
        BrowserPage page = browser.orElseThrow().page();
        page.open(requireNonNull(pages.get(name)), 1280, false);
        String type = "Chart.getChart('chart-latency').options.scales.y.type";
        String before = page.evaluate(type).textValue();
        page.evaluate("document.getElementById('axis-latency').click()");
        assertThat(page.evaluate(type).textValue()).isNotEqualTo(before).isIn("linear", "logarithmic");
        page.evaluate("document.getElementById('axis-latency').click()");
        assertThat(page.evaluate(type).textValue()).isEqualTo(before);
        assertThat(page.complaints()).isEmpty();
    }
}
