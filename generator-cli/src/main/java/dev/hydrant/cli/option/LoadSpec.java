package dev.hydrant.cli.option;

import dev.hydrant.load.Load;
import dev.hydrant.load.text.LoadText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads loads, and the CSV files they name, in UTF-8, up to 256 MiB. */
public final class LoadSpec implements ITypeConverter<Load> {

    private static final long LARGEST = 256L << 20;

    private final Path folder;

    /** Looks for files in the working directory. */
    public LoadSpec() {
        this(Path.of(""));
    }

    /** Looks for files as from a folder. */
    public LoadSpec(Path folder) {
        this.folder = folder;
    }

    @Override
    public Load convert(String text) {
        try {
            return LoadText.parse(text, this::read);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private String read(String name) {
        try {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                return Files.readString(file);
            }
        } catch (IOException | InvalidPathException e) {
            // Told below, with what is allowed.
        }
        throw new IllegalArgumentException("'" + name
                + "' can't be read: allowed a CSV file in UTF-8, up to 256 MiB, named as from "
                + folder.toAbsolutePath().normalize());
    }
}
