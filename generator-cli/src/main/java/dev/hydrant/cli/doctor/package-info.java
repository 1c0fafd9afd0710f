/** What must hold before {@code terraform apply}: a class a check, read-only. */
@NullMarked
package dev.hydrant.cli.doctor;

import org.jspecify.annotations.NullMarked;
