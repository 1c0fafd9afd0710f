/** Pages of reports and comparisons: one HTML file each, with its style, its data and Chart.js inside. */
@NullMarked
package dev.hydrant.cli.page;

import org.jspecify.annotations.NullMarked;
