/** Making records, without sending them. */
@NullMarked
package dev.hydrant.benchmarks.generation;

import org.jspecify.annotations.NullMarked;
