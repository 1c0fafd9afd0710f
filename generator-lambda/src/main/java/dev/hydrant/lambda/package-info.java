/** Functions on AWS Lambda: the scheduled generator, and the transforms in front of Firehose. */
@NullMarked
package dev.hydrant.lambda;

import org.jspecify.annotations.NullMarked;
