/** JSON records to rows of a table, by Firehose's rules for Apache Iceberg. */
@NullMarked
package dev.hydrant.firehose.mapping;

import org.jspecify.annotations.NullMarked;
