package dev.hydrant.cli.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.samskivert.mustache.Mustache;
import dev.hydrant.cli.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page around every view: templates that escape all that is put into them, and the parts that are inlined. */
final class Html {

    private static final Mustache.Compiler TEMPLATES =
            Mustache.compiler().withLoader(name -> new StringReader(resource(name + ".html")));

    private Html() {}

    /** Renders a template of this package; {@code view} gives it values by name, {@code charts} are drawn in it. */
    static String page(String template, Map<String, Object> view, List<Chart> charts) {
        Map<String, Object> all = new HashMap<>(view);
        all.put("style", resource("page.css"));
        all.put("library", withoutSourceMap(resource("chart.js/dist/chart.umd.min.js")));
        all.put("licence", resource("chart.js/LICENSE.md"));
        all.put("script", resource("charts.js"));
        all.put("data", json(charts));
        return TEMPLATES.compile(resource(template + ".html")).execute(all);
    }

    private static String json(List<Chart> charts) {
        try {
            // Inside a script element only "<" can do harm; in JSON it stands in strings alone.
            return ReportJson.mapper().writeValueAsString(charts).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be told in JSON: " + charts, e);
        }
    }

    private static String withoutSourceMap(String script) {
        return script.replaceFirst("//# sourceMappingURL=.*\\R?$", "");
    }

    private static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
