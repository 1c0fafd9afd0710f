package dev.hydrant.cli.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kept the rate from what was asked. */
public enum Bottleneck {
    @JsonProperty("none")
    NONE,
    /** This process: its processor time, its garbage collector, its machine. */
    @JsonProperty("generator")
    GENERATOR,
    /** The other side. */
    @JsonProperty("stream")
    STREAM
}
