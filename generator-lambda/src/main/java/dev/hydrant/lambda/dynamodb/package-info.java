/** Changes of DynamoDB items as lines of CSV. */
@NullMarked
package dev.hydrant.lambda.dynamodb;

import org.jspecify.annotations.NullMarked;
