/** What configures a function. */
@NullMarked
package dev.hydrant.lambda.setting;

import org.jspecify.annotations.NullMarked;
