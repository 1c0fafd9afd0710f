/** Where it is sent: destinations, resending, dead letters. */
@NullMarked
package dev.hydrant.delivery;

import org.jspecify.annotations.NullMarked;
