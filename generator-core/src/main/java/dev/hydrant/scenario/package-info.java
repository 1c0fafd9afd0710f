/** What a run generates. */
@NullMarked
package dev.hydrant.scenario;

import org.jspecify.annotations.NullMarked;
