/** What a deployment made by Terraform says of itself. */
@NullMarked
package dev.hydrant.cli.terraform;

import org.jspecify.annotations.NullMarked;
