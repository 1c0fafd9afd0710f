package dev.hydrant.cli.report;

import java.util.List;

/**
 * What came out of it.
 *
 * @param passed every expectation holds
 * @param bottleneck what limited the rate
 * @param because one plain sentence
 */
public record RunVerdict(boolean passed, List<Expectation> expectations, Bottleneck bottleneck, String because) {

    public RunVerdict {
        expectations = List.copyOf(expectations);
    }
}
