package dev.hydrant.cli.doctor;

import java.io.IOException;

/** One thing that must hold in the account. Asks, and changes nothing. */
@FunctionalInterface
interface Check {

    /**
     * Looks.
     *
     * @throws IOException when AWS could not be asked
     */
    Finding of(Account account, Plan plan) throws IOException;
}
