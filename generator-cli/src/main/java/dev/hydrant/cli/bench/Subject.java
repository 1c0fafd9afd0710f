package dev.hydrant.cli.bench;

import dev.hydrant.cli.outlet.Landing;
import dev.hydrant.cli.outlet.Outlet;
import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.RecordBatch;
import dev.hydrant.delivery.Rejection;
import java.util.List;

/** What is measured: a stream somewhere, over one set of connections for all of a benchmark. */
final class Subject {

    private final Outlet outlet;
    private final String place;

    /** @param place as the report names it: a URL, null, local or aws REGION */
    Subject(Outlet outlet, String place) {
        this.outlet = outlet;
        this.place = place;
    }

    String place() {
        return place;
    }

    String name() {
        return outlet.name();
    }

    /** The destination, without an end: a delivery closes what it sends to. */
    Destination destination() {
        Destination lasting = outlet.destination();
        return new Destination() {
            @Override
            public List<Rejection> send(RecordBatch batch) throws DeliveryException {
                return lasting.send(batch);
            }

            @Override
            public void close() {}
        };
    }

    boolean seesRows() {
        return outlet.landing().rows() != null;
    }

    /** Acknowledged records that have come to an end: rows, lines, left out by a function, or in the error output. */
    long settled() {
        Landing landing = outlet.landing();
        return (landing.rows() == null ? 0 : landing.rows()) + landing.dropped() + landing.refused();
    }

    long rows() {
        Long rows = outlet.landing().rows();
        return rows == null ? 0 : rows;
    }

    /** What became of all records so far. */
    Landing landing() {
        return outlet.landing();
    }

    /** Waits until all that was acknowledged has landed. */
    void settle() throws InterruptedException {
        outlet.settle();
    }
}
