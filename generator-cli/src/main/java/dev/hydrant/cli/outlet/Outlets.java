package dev.hydrant.cli.outlet;

import dev.hydrant.cli.option.BufferingOptions;
import dev.hydrant.cli.option.TargetOptions;
import dev.hydrant.cli.option.WarehouseOption;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.firehose.LocalFirehoseSettings;
import java.io.IOException;

/** Opens the outlet that the options name. */
public final class Outlets {

    private Outlets() {}

    /** The Firehose that the target names, or a local one when it names none. */
    public static Outlet open(TargetOptions target, WarehouseOption warehouse, BufferingOptions buffering)
            throws IOException, InterruptedException {
        FirehoseTarget remote = target.remote();
        if (remote != null) {
            return EndpointOutlet.open(remote, target.inFlight());
        }
        LocalFirehoseSettings settings = LocalFirehoseSettings.of(warehouse.folder())
                .withPort(0)
                .withBuffering(buffering.mebibytes(), buffering.seconds());
        return LocalOutlet.open(settings, TargetOptions.LOCAL_STREAM, target.inFlight());
    }
}
