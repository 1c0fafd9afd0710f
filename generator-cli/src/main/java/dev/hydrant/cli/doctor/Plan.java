package dev.hydrant.cli.doctor;

import dev.hydrant.run.RecordKind;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be applied, as far as the checks ask for it.
 *
 * @param folder of Terraform
 * @param jar the Lambda jar
 * @param rate records a second of each stream, all shards together
 * @param shards invocations a minute of each generator
 * @param lakeFormation whether access_mode is lake_formation; else it is iam
 */
record Plan(
        Path folder,
        Path jar,
        String stackName,
        List<RecordKind> kinds,
        double rate,
        int shards,
        boolean lakeFormation) {}
