/** What is sent: record i as bytes, a pure function of seed, stream, index and event time. */
@NullMarked
package dev.hydrant.record;

import org.jspecify.annotations.NullMarked;
