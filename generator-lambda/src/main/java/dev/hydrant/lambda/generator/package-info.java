/** The scheduled generator: which records a minute has, and sending them before the invocation ends. */
@NullMarked
package dev.hydrant.lambda.generator;

import org.jspecify.annotations.NullMarked;
