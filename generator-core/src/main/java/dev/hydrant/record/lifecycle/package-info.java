/** Records about the same subject, in order: which record is about whom, and how far it has come, without state. */
@NullMarked
package dev.hydrant.record.lifecycle;

import org.jspecify.annotations.NullMarked;
