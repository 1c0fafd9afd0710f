package dev.hydrant.cli.outlet;

import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.OutputDestination;
import java.io.OutputStream;

/** Records go to standard output, as they are. */
public final class PrintOutlet implements Outlet {

    private final Destination destination;

    public PrintOutlet(OutputStream out) {
        destination = new OutputDestination(out);
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public String name() {
        return "standard output";
    }

    @Override
    public Landing landing() {
        return Landing.UNSEEN;
    }

    @Override
    public void settle() {}

    @Override
    public void close() {}
}
