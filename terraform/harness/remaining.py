"""What is left in the account, asked of AWS's own interfaces, less keys that wait for their deletion and what is AWS's own."""

from dataclasses import dataclass

import boto3

from local_firehose import OWN

# All that the look knows; right after an apply each must be seen, or the look is blind.
KINDS = [
    "table buckets", "buckets", "streams", "functions", "schedules", "roles", "keys", "key aliases", "log groups", "dashboards",
    "alarms", "topics", "subscriptions", "workgroups", "queries", "grants",
]


@dataclass
class Places:
    """Where AWS answers, and where its Firehose does."""

    aws: str
    firehose: str


def remaining(places, region="us-east-1"):
    def client(service):
        url = places.firehose if service == "firehose" else places.aws
        return boto3.client(service, endpoint_url=url, region_name=region, aws_access_key_id="test", aws_secret_access_key="test")

    def names(service, operation, key, name, **parameters):
        found = getattr(client(service), operation)(**parameters)
        return [item[name] if name else item for item in found[key]]

    kms = client("kms")
    keys = [kms.describe_key(KeyId=key)["KeyMetadata"] for key in names("kms", "list_keys", "Keys", "KeyId")]
    athena = client("athena")
    workgroups = [w for w in names("athena", "list_work_groups", "WorkGroups", "Name") if w != "primary"]
    found = {
        "table buckets": names("s3tables", "list_table_buckets", "tableBuckets", "arn"),
        "buckets": names("s3", "list_buckets", "Buckets", "Name"),
        "streams": [s for s in names("firehose", "list_delivery_streams", "DeliveryStreamNames", None) if s not in OWN],
        "functions": names("lambda", "list_functions", "Functions", "FunctionName"),
        "schedules": names("scheduler", "list_schedules", "Schedules", "Name"),
        "roles": [r["RoleName"] for r in client("iam").list_roles()["Roles"] if not r["Path"].startswith("/aws")],
        "keys": [key["KeyId"] for key in keys if key["KeyState"] != "PendingDeletion" and key["KeyManager"] == "CUSTOMER"],
        "key aliases": [a for a in names("kms", "list_aliases", "Aliases", "AliasName") if not a.startswith("alias/aws/")],
        "log groups": names("logs", "describe_log_groups", "logGroups", "logGroupName"),
        "dashboards": names("cloudwatch", "list_dashboards", "DashboardEntries", "DashboardName"),
        "alarms": names("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName"),
        "topics": names("sns", "list_topics", "Topics", "TopicArn"),
        "subscriptions": names("sns", "list_subscriptions", "Subscriptions", "SubscriptionArn"),
        "workgroups": workgroups,
        "queries": athena.list_named_queries(WorkGroup="primary")["NamedQueryIds"] + [
            query for group in workgroups for query in athena.list_named_queries(WorkGroup=group)["NamedQueryIds"]
        ],
        "grants": names("lakeformation", "list_permissions", "PrincipalResourcePermissions", "Resource"),
    }
    return {kind: things for kind, things in found.items() if things}
