package dev.hydrant.firehose.iceberg;

import java.io.Closeable;
import java.io.IOException;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.parquet.InternalWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;

/** A Parquet file of one table while it is written. */
public final class RowFile implements Closeable {

    private final DataWriter<StructLike> writer;
    private final String location;
    private long rows;

    /** @param name its name in the table's data folder; a file of that name, left by an attempt that never committed, is replaced */
    public RowFile(Table table, String name) throws IOException {
        location = table.locationProvider().newDataLocation(name);
        writer = Parquet.writeData(table.io().newOutputFile(location))
                .schema(table.schema())
                .setAll(table.properties())
                .metricsConfig(MetricsConfig.forTable(table))
                .withSpec(table.spec())
                .createWriterFunc(InternalWriter::createWriter)
                .overwrite()
                .build();
    }

    public void write(StructLike row) {
        writer.write(row);
        rows++;
    }

    public long rows() {
        return rows;
    }

    /** Its path. */
    public String location() {
        return location;
    }

    /** The finished file; valid after {@link #close}. */
    public DataFile toDataFile() {
        return writer.toDataFile();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
