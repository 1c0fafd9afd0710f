/** The durable buffer between acknowledging a record and delivering it. */
@NullMarked
package dev.hydrant.firehose.spool;

import org.jspecify.annotations.NullMarked;
