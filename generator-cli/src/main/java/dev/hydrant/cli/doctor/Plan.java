package dev.hydrant.cli.doctor;

import dev.hydrant.run.RecordKind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be applied, as far as the checks ask for it.
 *
 * @param folder of Terraform
 * @param jar the Lambda jar
 * @param ownJar whether it is another than the one that the build makes
 * @param rate records a second of each stream, all shards together
 * @param shards invocations a minute of each generator
 * @param lakeFormation whether access_mode is lake_formation; else it is iam
 * @param lakeFormationRole name of the role that the key's policy lets read and write the tables' files
 * @param encryption whether with a key of the deployment
 * @param alarmEmail that gets the alarms; null for none
 */
record Plan(
        Path folder,
        Path jar,
        boolean ownJar,
        String stackName,
        List<RecordKind> kinds,
        double rate,
        int shards,
        boolean lakeFormation,
        String lakeFormationRole,
        boolean encryption,
        @Nullable String alarmEmail) {}
