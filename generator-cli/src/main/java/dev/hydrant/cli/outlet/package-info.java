/** Where a command's records go: the local Firehose, any Firehose endpoint, standard output. */
@NullMarked
package dev.hydrant.cli.outlet;

import org.jspecify.annotations.NullMarked;
