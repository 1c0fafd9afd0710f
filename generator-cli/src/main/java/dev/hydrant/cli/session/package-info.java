/** Delivering under a person's eyes: progress, Ctrl-C, the report and the exit code. */
@NullMarked
package dev.hydrant.cli.session;

import org.jspecify.annotations.NullMarked;
