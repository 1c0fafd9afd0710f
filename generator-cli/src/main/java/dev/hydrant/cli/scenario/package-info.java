/** What a run generates, as options or a scenario file say it. */
@NullMarked
package dev.hydrant.cli.scenario;

import org.jspecify.annotations.NullMarked;
