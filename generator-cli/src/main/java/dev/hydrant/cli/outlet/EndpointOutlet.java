package dev.hydrant.cli.outlet;

import dev.hydrant.cli.UsageError;
import dev.hydrant.delivery.DeliveryException;
import dev.hydrant.delivery.Destination;
import dev.hydrant.delivery.firehose.FirehoseClients;
import dev.hydrant.delivery.firehose.FirehoseDestination;
import dev.hydrant.delivery.firehose.FirehoseTarget;
import dev.hydrant.delivery.firehose.StreamCheck;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/** Records go to a Firehose that somebody else runs: AWS's, or one at an address. */
public final class EndpointOutlet implements Outlet {

    private final FirehoseTarget target;
    private final Destination destination;

    private EndpointOutlet(FirehoseTarget target, Destination destination) {
        this.target = target;
        this.destination = destination;
    }

    /**
     * Connects to the target.
     *
     * @param inFlight how many connections are worth having
     * @throws UsageError when no region is known
     * @throws IOException when there is no such stream, or there are no credentials
     */
    public static EndpointOutlet open(FirehoseTarget target, int inFlight) throws IOException {
        FirehoseClient client = client(target, inFlight);
        try {
            StreamCheck.check(client, target.stream());
        } catch (DeliveryException e) {
            client.close();
            throw new IOException("stream '" + target.stream() + "' at " + place(target) + ": " + e.getMessage(), e);
        }
        return new EndpointOutlet(target, new FirehoseDestination(client, target.stream()));
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public String name() {
        return target.stream() + " at " + place(target);
    }

    @Override
    public Landing landing() {
        return Landing.UNSEEN;
    }

    @Override
    public void settle() {}

    @Override
    public void close() {
        destination.close();
    }

    private static String place(FirehoseTarget target) {
        return target.endpoint() == null ? "AWS" : target.endpoint().toString();
    }

    private static FirehoseClient client(FirehoseTarget target, int inFlight) {
        try {
            return FirehoseClients.open(target, Transport.to(target, inFlight));
        } catch (SdkClientException e) {
            throw new UsageError(
                    "no region is known: allowed --region NAME, AWS_REGION, or a region in the AWS profile", e);
        }
    }
}
