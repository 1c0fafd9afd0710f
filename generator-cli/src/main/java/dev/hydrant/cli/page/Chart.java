package dev.hydrant.cli.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What charts.js draws, and the table under it.
 *
 * @param id unique in its page
 * @param caption one sentence: what to look for
 * @param unit of the vertical axis
 * @param logarithmic vertical axis to begin with; the reader may choose
 * @param marks vertical lines, such as the begin of each repetition
 */
record Chart(
        String id,
        @JsonIgnore String title,
        @JsonIgnore String caption,
        Horizontal horizontal,
        String unit,
        boolean logarithmic,
        List<Mark> marks,
        List<Series> series,
        @JsonIgnore Table table) {

    /** What the horizontal axis shows. */
    enum Horizontal {
        @JsonProperty("seconds")
        SECONDS,
        /** x = −log₁₀(1 − p/100): each step to the right leaves a tenth of the records. */
        @JsonProperty("percentile")
        PERCENTILE,
        @JsonProperty("number")
        NUMBER
    }

    /** A vertical line with a label. */
    record Mark(double x, String label) {}

    /** Latencies spread over decades: the reader may choose a logarithmic axis. */
    @JsonIgnore
    public boolean isChoosable() {
        return unit.equals("ms");
    }

    @JsonIgnore
    public List<Series> legend() {
        return series.stream().filter(Series::isNamed).toList();
    }
}
