package dev.hydrant.cli.doctor;

import dev.hydrant.run.RecordKind;
import java.io.IOException;

/** Whether the account may run all at a time: each shard of each pipeline for 50 s of a minute, beside them each pipeline's transform. */
final class ConcurrencyCheck implements Check {

    private static final String QUOTA = "L-B99A9384";
    /** AWS documentation, "Lambda quotas": concurrent executions of an account and region. New accounts may have fewer. */
    private static final int DEFAULT = 1_000;

    @Override
    public Finding of(Account account, Plan plan) throws IOException {
        int pipelines = plan.kinds().size();
        // Readings go as they come; ses and dynamodb have a transform.
        int transforms = pipelines - (plan.kinds().contains(RecordKind.SENSOR) ? 1 : 0);
        int needed = plan.shards() * pipelines + transforms;
        double quota = DEFAULT;
        String source = "by default; Service Quotas does not tell this account's";
        try {
            quota = account.calls()
                    .json(
                            "servicequotas",
                            "ServiceQuotasV20190624.GetServiceQuota",
                            "{\"ServiceCode\":\"lambda\",\"QuotaCode\":\"" + QUOTA + "\"}")
                    .path("Quota")
                    .path("Value")
                    .asDouble(DEFAULT);
            source = "in this account";
        } catch (AwsError e) {
            if (!e.isDenied() && !e.is("NoSuchResourceException")) {
                throw e;
            }
        }
        String generators = plan.shards() == 0
                ? "0 shards start no generator"
                : "%d shards of %d pipelines".formatted(plan.shards(), pipelines);
        String says = "%d concurrent executions of Lambda are needed (%s, %d transforms), %.0f are allowed %s"
                .formatted(needed, generators, transforms, quota, source);
        return needed <= quota
                ? Finding.ok(says)
                : Finding.fail(
                        says,
                        "aws service-quotas request-service-quota-increase --region %s --service-code lambda --quota-code %s --desired-value %d"
                                .formatted(account.region(), QUOTA, Math.max(needed, DEFAULT)));
    }
}
