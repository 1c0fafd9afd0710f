package dev.hydrant.cli.option;

import dev.hydrant.delivery.firehose.FirehoseTarget;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of an endpoint. */
public final class UrlText implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        try {
            URI url = new URI(text);
            new FirehoseTarget("any", url, null);
            return url;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new TypeConversionException("'" + text
                    + "' is not an endpoint: allowed http or https with a host, such as http://127.0.0.1:4573");
        }
    }
}
