/** Events of Amazon SES as rows of tables. */
@NullMarked
package dev.hydrant.lambda.ses;

import org.jspecify.annotations.NullMarked;
