package dev.hydrant.cli.doctor;

import dev.hydrant.run.RecordKind;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a stream takes the rate. Firehose's quotas for Direct PUT are not among those that Service Quotas tells, so the documented
 * defaults are taken (AWS documentation, "Amazon Data Firehose Quota"); an increase that was granted is not seen.
 */
final class StreamQuotaCheck implements Check {

    private static final Set<String> LARGE = Set.of("us-east-1", "us-west-2", "eu-west-1");

    private static final String MORE =
            "\nor ask for more: https://support.console.aws.amazon.com/support/home#/case/create?issueType=service-limit-increase&limitType=kinesis-firehose-limits";

    /** Of a stream. The three grow together. */
    private record Quota(int records, int requests, int mebibytes) {}

    @Override
    public Finding of(Account account, Plan plan) {
        Quota quota = LARGE.contains(account.region()) ? new Quota(500_000, 2_000, 5) : new Quota(100_000, 1_000, 1);
        RecordKind largest = RecordKind.SENSOR;
        for (RecordKind kind : plan.kinds()) {
            largest = bytes(kind) > bytes(largest) || !plan.kinds().contains(largest) ? kind : largest;
        }
        double bytesPerSecond = quota.mebibytes() * (double) (1 << 20);
        double most = Math.min(quota.records(), Math.floor(bytesPerSecond / bytes(largest)));
        String says = String.format(
                Locale.ROOT,
                "a stream in %s takes %,d records, %,d requests and %d MiB a second by default: %,.0f %s records of %,d bytes",
                account.region(),
                quota.records(),
                quota.requests(),
                quota.mebibytes(),
                most,
                largest,
                bytes(largest));
        if (plan.rate() <= most) {
            return Finding.ok(says);
        }
        Finding less = Finding.corrected(
                String.format(Locale.ROOT, "%s, and %,.0f are asked for", says, plan.rate()),
                "--rate",
                "records_per_second",
                String.format(Locale.ROOT, "%.0f", most));
        return Finding.fail(less.says(), less.mend() + MORE);
    }

    /** Usual bytes of a record: those that terraform/README.md counts costs with. */
    private static int bytes(RecordKind kind) {
        return switch (kind) {
            case SENSOR -> 150;
            case SES -> 1_200;
            case DYNAMODB -> 400;
        };
    }
}
