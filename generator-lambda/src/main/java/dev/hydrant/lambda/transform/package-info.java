/** What every transforming function of Firehose shares: its event, its answer, the limit on the answer, and putting back. */
@NullMarked
package dev.hydrant.lambda.transform;

import org.jspecify.annotations.NullMarked;
