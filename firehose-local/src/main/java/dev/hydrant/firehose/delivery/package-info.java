/** From the spool into tables and error output, each record once. */
@NullMarked
package dev.hydrant.firehose.delivery;

import org.jspecify.annotations.NullMarked;
