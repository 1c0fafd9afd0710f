/** An HTTP/1.1 client for the AWS SDK over plain sockets: few copies, few system calls. */
@NullMarked
package dev.hydrant.delivery.http;

import org.jspecify.annotations.NullMarked;
