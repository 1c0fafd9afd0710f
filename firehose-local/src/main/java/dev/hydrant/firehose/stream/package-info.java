/** Delivery streams: their definitions, spools and delivery. */
@NullMarked
package dev.hydrant.firehose.stream;

import org.jspecify.annotations.NullMarked;
