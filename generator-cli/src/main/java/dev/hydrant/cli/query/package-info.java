/** SQL over the files of Iceberg tables, and how results are printed. */
@NullMarked
package dev.hydrant.cli.query;

import org.jspecify.annotations.NullMarked;
