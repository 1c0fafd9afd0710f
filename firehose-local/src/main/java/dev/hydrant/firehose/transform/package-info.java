/** Transforming functions: invoked as Lambda would, their answers checked as Firehose does. */
@NullMarked
package dev.hydrant.firehose.transform;

import org.jspecify.annotations.NullMarked;
