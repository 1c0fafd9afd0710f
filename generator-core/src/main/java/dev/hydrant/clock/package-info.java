/** Elapsed time, passed in wherever something waits. */
@NullMarked
package dev.hydrant.clock;

import org.jspecify.annotations.NullMarked;
