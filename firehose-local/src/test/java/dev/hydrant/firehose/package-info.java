/** Tests of the local Firehose as a whole. */
@NullMarked
package dev.hydrant.firehose;

import org.jspecify.annotations.NullMarked;
