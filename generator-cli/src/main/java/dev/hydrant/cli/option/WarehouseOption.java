package dev.hydrant.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of the local Firehose and its tables. */
public final class WarehouseOption {

    @Option(
            names = "--warehouse",
            paramLabel = "FOLDER",
            defaultValue = "./warehouse",
            description = "folder of the Iceberg tables and the local Firehose's spool (default: ${DEFAULT-VALUE})")
    private Path folder;

    public Path folder() {
        return folder;
    }
}
