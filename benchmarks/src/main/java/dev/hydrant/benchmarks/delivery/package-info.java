/** Sending records that are already made to an endpoint that does nothing with them. */
@NullMarked
package dev.hydrant.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
