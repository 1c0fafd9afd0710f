/** Two reports side by side: which run is faster, or whether that can't be told. The statistics are those of docs/compare.md. */
@NullMarked
package dev.hydrant.cli.compare;

import org.jspecify.annotations.NullMarked;
