/** What a run shows while it goes on, and at its end. */
@NullMarked
package dev.hydrant.cli.progress;

import org.jspecify.annotations.NullMarked;
