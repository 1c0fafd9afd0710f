/** JSON as it comes in: records and events, read without binding them to classes. */
@NullMarked
package dev.hydrant.lambda.json;

import org.jspecify.annotations.NullMarked;
