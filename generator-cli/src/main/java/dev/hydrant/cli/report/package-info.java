/** The report of a benchmark: what {@code report.json} holds, and how it is read and written. */
@NullMarked
package dev.hydrant.cli.report;

import org.jspecify.annotations.NullMarked;
