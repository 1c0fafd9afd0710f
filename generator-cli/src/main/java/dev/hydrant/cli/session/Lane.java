package dev.hydrant.cli.session;

import dev.hydrant.cli.outlet.Outlet;

/**
 * One stream of a session: its records from the producer to the outlet.
 *
 * @param name the stream's, for people and in file names
 */
public record Lane(String name, Outlet outlet, Producer producer) {}
