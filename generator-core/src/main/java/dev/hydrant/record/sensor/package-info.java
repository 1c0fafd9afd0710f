/** Readings of a fleet of sensors: temperature, humidity and pressure, one JSON object a record. */
@NullMarked
package dev.hydrant.record.sensor;

import org.jspecify.annotations.NullMarked;
