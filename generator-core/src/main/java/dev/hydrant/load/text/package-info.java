/** Loads as text: the grammar of {@code docs/load.md}. */
@NullMarked
package dev.hydrant.load.text;

import org.jspecify.annotations.NullMarked;
