/** A run: records made when they are due and handed to delivery, with the accounting. */
@NullMarked
package dev.hydrant.run;

import org.jspecify.annotations.NullMarked;
