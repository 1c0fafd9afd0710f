/** Firehose's JSON 1.1 protocol over HTTP. */
@NullMarked
package dev.hydrant.firehose.protocol;

import org.jspecify.annotations.NullMarked;
