/** Benchmarks of a stream: what it holds, measured from when each record was due. */
@NullMarked
package dev.hydrant.cli.bench;

import org.jspecify.annotations.NullMarked;
