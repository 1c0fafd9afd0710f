/** What a run is measured by: the accounting and the latencies, from the due time. */
@NullMarked
package dev.hydrant.measure;

import org.jspecify.annotations.NullMarked;
