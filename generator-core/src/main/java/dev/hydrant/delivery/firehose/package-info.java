/** Delivery to Amazon Data Firehose through the AWS SDK. */
@NullMarked
package dev.hydrant.delivery.firehose;

import org.jspecify.annotations.NullMarked;
