/** The warehouse folder: catalog, tables, commits, the lock. */
@NullMarked
package dev.hydrant.firehose.iceberg;

import org.jspecify.annotations.NullMarked;
