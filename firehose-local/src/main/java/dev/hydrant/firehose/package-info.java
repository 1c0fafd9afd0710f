/** The local Firehose: its protocol on loopback, a durable spool, delivery into Iceberg tables. */
@NullMarked
package dev.hydrant.firehose;

import org.jspecify.annotations.NullMarked;
