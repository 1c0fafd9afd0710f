package dev.hydrant.firehose.transform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions that streams of one local Firehose can use, by name. */
public final class Functions {

    private final SortedMap<String, LocalFunction> functions = new TreeMap<>();

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

    @Nullable
    LocalFunction get(String name) {
        return functions.get(name);
    }
}
