/** Loads drawn in the terminal. */
@NullMarked
package dev.hydrant.cli.plot;

import org.jspecify.annotations.NullMarked;
