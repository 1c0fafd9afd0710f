package dev.hydrant.firehose.delivery;

/**
 * How delivered objects are named and written.
 *
 * @param fileExtension with its dot; empty for that of the compression (AWS documentation of ExtendedS3DestinationConfiguration)
 */
public record ObjectFormat(ObjectPrefix prefix, Compression compression, String fileExtension) {

    private static final String EXTENSION = "|\\.[0-9a-z!\\-_.*'()]{1,127}";

    public ObjectFormat {
        if (!fileExtension.matches(EXTENSION)) {
            throw new IllegalArgumentException(
                    "FileExtension '%s': allowed is a dot and up to 127 of 0-9 a-z ! - _ . * ' ( )"
                            .formatted(fileExtension));
        }
    }

    String extension() {
        return fileExtension.isEmpty() ? compression.extension() : fileExtension;
    }
}
