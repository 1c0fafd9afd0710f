package dev.hydrant.lambda.generator;

import dev.hydrant.lambda.setting.Environment;
import dev.hydrant.lambda.setting.Setting;
import dev.hydrant.load.ConstantRate;
import dev.hydrant.run.RecordKind;
import dev.hydrant.scenario.Shard;

/**
 * What the generator sends.
 *
 * <pre>
 *   HYDRANT_STREAM    the delivery stream; no default
 *   HYDRANT_RECORDS   sensor (default), ses or dynamodb
 *   HYDRANT_RATE      records a second of all shards together, default 200
 *   HYDRANT_SECONDS   how long in each minute, 1 to 60, default 50
 *   HYDRANT_SEED      of 64 bits, default 42
 *   HYDRANT_SHARD     this invocation's share, from 0, default 0
 *   HYDRANT_SHARDS    how many invocations share a minute, 1 to 1000, default 1
 * </pre>
 */
public record GeneratorSettings(
        String stream, RecordKind records, ConstantRate rate, int seconds, long seed, Shard shard) {

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException naming the variable, the value and what is allowed
     */
    public static GeneratorSettings of(Environment environment) {
        int shards = (int) environment.setting("HYDRANT_SHARDS", "1").whole(1, 1_000);
        int shard = (int) environment.setting("HYDRANT_SHARD", "0").whole(0, shards - 1);
        return new GeneratorSettings(
                stream(environment.setting("HYDRANT_STREAM", "")),
                records(environment.setting("HYDRANT_RECORDS", "sensor")),
                rate(environment.setting("HYDRANT_RATE", "200")),
                (int) environment.setting("HYDRANT_SECONDS", "50").whole(1, 60),
                environment.setting("HYDRANT_SEED", "42").whole(Long.MIN_VALUE, Long.MAX_VALUE),
                new Shard(shard, shards));
    }

    private static String stream(Setting setting) {
        // AWS documentation of PutRecordBatch.
        if (!setting.value().matches("[a-zA-Z0-9_.-]{1,64}")) {
            throw setting.wrong("the name of a delivery stream, 1 to 64 of a-z A-Z 0-9 _ . -");
        }
        return setting.value();
    }

    private static RecordKind records(Setting setting) {
        return RecordKind.of(setting.value()).orElseThrow(() -> setting.wrong(RecordKind.allowed()));
    }

    private static ConstantRate rate(Setting setting) {
        try {
            return ConstantRate.parse(setting.value());
        } catch (IllegalArgumentException e) {
            throw setting.wrong("0.000001 to 10000000 records a second, at most 9 digits, such as 200 or 0.1");
        }
    }

    /** When the records of all shards are due. */
    public Minutes minutes() {
        return new Minutes(rate, seconds);
    }
}
