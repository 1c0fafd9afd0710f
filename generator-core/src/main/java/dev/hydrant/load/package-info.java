/** When it is sent: load profiles, and the pacer that waits for their due times. */
@NullMarked
package dev.hydrant.load;

import org.jspecify.annotations.NullMarked;
