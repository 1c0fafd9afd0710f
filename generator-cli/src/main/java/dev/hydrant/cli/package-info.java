/** The commands. */
@NullMarked
package dev.hydrant.cli;

import org.jspecify.annotations.NullMarked;
