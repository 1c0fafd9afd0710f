package dev.hydrant.firehose.transform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions that streams of one local Firehose can use, by name. */
public final class Functions {

    private final NavigableMap<String, LocalFunction> functions = new TreeMap<>();

    /**
     * Makes none of them yet.
     *
     * @param endpoint of the local Firehose, for functions that put records back
     * @param logs the folder of their logs, {@code NAME.log} each
     */
    public Functions(Collection<FunctionDefinition> definitions, URI endpoint, Path logs) {
        for (FunctionDefinition each : definitions) {
            functions.put(each.name(), new LocalFunction(each, endpoint, logs.resolve(each.name() + ".log")));
        }
    }

    public Set<String> names() {
        return functions.keySet();
    }

    /** Whether a function of that name, or one that it is deployed as, is here. */
    public boolean has(String name) {
        return get(name) != null;
    }

    /**
     * The function of that name or, when there is none, the one whose name it ends with, whatever its case and hyphens: a deployment
     * names SesRouter STACK-ses-router.
     */
    @Nullable
    LocalFunction get(String name) {
        LocalFunction exact = functions.get(name);
        if (exact != null) {
            return exact;
        }
        return functions.keySet().stream()
                .filter(each -> letters(name).endsWith(letters(each)))
                .max(Comparator.comparingInt(String::length))
                .map(functions::get)
                .orElse(null);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
