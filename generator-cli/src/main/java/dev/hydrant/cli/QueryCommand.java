package dev.hydrant.cli;

import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.cli.query.ExampleQueries;
import dev.hydrant.cli.query.ExampleQueries.ExampleQuery;
import dev.hydrant.cli.query.Lake;
import dev.hydrant.cli.query.ResultFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** SQL over the warehouse. */
@Command(
        name = "query",
        description = "Asks the warehouse's Iceberg tables in SQL, each by its name.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class QueryCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SQL",
            description = "one statement, such as \"SELECT count(*) FROM sensors\"")
    private @Nullable String sql;

    @Option(names = "--examples", description = "run four queries worth knowing, and show their SQL")
    private boolean examples;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private ResultFormat format;

    @Mixin
    private WarehouseOption warehouse;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if ((sql == null) == !examples) {
            throw new ParameterException(
                    spec.commandLine(), "allowed one SQL statement or --examples, and one of them is needed");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Lake lake = Lake.open(warehouse.folder())) {
            if (sql != null) {
                lake.query(sql, format, out);
                return ExitCode.DONE;
            }
            for (ExampleQuery example : ExampleQueries.all()) {
                out.println("-- " + example.title());
                out.println(example.sql());
                out.println();
                lake.query(example.sql(), format, out);
                out.println();
            }
        }
        return ExitCode.DONE;
    }
}
