/** Side-by-side runs against named rivals. */
@NullMarked
package dev.hydrant.benchmarks;

import org.jspecify.annotations.NullMarked;
