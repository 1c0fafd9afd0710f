/** Events of Amazon SES, as its event publishing writes them to Firehose. */
@NullMarked
package dev.hydrant.record.ses;

import org.jspecify.annotations.NullMarked;
