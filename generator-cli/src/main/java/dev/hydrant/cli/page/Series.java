package dev.hydrant.cli.page;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chart.
 *
 * @param label for the legend; an empty one has none
 * @param color a custom property of page.css, such as {@code due}
 */
record Series(String label, String color, Style style, List<Point> points) {

    /** How it is drawn; also the name of its mark in the legend. */
    enum Style {
        LINE,
        THIN,
        DASHED,
        AREA,
        BARS,
        DOTS,
        CROSSES;

        @JsonValue
        public String mark() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A point without y breaks the line. */
    record Point(double x, @Nullable Double y) {

        @JsonValue
        @Nullable
        Double[] pair() {
            return new @Nullable Double[] {x, y};
        }
    }

    boolean isNamed() {
        return !label.isEmpty();
    }
}
