package dev.hydrant.cli.scenario;

import dev.hydrant.load.LoadProfile;
import dev.hydrant.run.RecordKind;

/**
 * One stream of a scenario.
 *
 * @param records what is sent
 * @param load when
 * @param stream the delivery stream's name
 */
public record ScenarioStream(RecordKind records, LoadProfile load, String stream) {}
