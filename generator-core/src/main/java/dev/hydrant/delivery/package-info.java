/** Where records go: batches, destinations, resending, dead letters. */
@NullMarked
package dev.hydrant.delivery;

import org.jspecify.annotations.NullMarked;
