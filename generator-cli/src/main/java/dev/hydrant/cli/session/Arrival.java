package dev.hydrant.cli.session;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.cli.outlet.Outlet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type that a stream's producer made, and where all of them have to arrive.
 *
 * @param place one of {@link Landing#places}, for this type alone; null where it can't be said
 */
public record Arrival(String type, long made, @Nullable String place) {

    static List<Arrival> of(Map<String, Long> types, Outlet outlet) {
        return types.entrySet().stream()
                .map(type -> new Arrival(type.getKey(), type.getValue(), outlet.placeOf(type.getKey())))
                .toList();
    }

    /** Whether as many have landed as were made; true where it can't be seen. */
    boolean complete(Landing landing) {
        return place == null || landing.rows() == null || landed(landing) == made;
    }

    String describe(Landing landing) {
        return "%,d records of type %s were made, %,d rows are in %s".formatted(made, type, landed(landing), place);
    }

    private long landed(Landing landing) {
        return landing.places().getOrDefault(String.valueOf(place), 0L);
    }
}
