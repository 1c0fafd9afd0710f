"""Apply, an empty plan, a change in place, an object in the error bucket, destroy, and nothing left."""

import json
import time
import urllib.request
from dataclasses import dataclass, field

import boto3

import jar
from local_firehose import LocalFirehose
from remaining import KINDS, Places, remaining
from workspace import FOLDER, Failed, StandIn, Workspace

# With the one on the local Firehose, pairs of any two settings are covered: encryption, access mode, schedule.
ON_LOCAL_FIREHOSE = {"encryption": True, "access_mode": "lake_formation", "schedule_enabled": True}
MATRIX = [
    {"encryption": True, "access_mode": "iam", "schedule_enabled": False},
    {"encryption": False, "access_mode": "lake_formation", "schedule_enabled": False},
    {"encryption": False, "access_mode": "iam", "schedule_enabled": True, "pipelines": ["sensor"], "stream_encryption": False},
]
# What every setting is applied with: all that can be there is there.
ALWAYS = {
    "stream_encryption": True,
    "shards": 2,
    "alarm_email": "alarms@example.com",
    "readers": ["arn:aws:iam::123456789012:role/analyst"],
}
# A change that touches each kind of resource and replaces none.
UPDATE = {
    "records_per_second": 150,
    "seed": 7,
    "buffering": {"size_mib": 16, "seconds": 60},
    "maintenance": {"snapshots": 3, "unreferenced_days": 5},
    "log_retention_days": 30,
    "tags": {"Team": "streaming"},
}


@dataclass
class Outcome:
    settings: dict
    firehose: str = "stand-in"
    applied: int = 0
    drift: str = "not reached"
    updated: str = "not reached"
    destroyed: str = "not reached"
    remaining: str = "not reached"
    landed: dict = field(default_factory=dict)
    seconds: float = 0
    error: str = ""


def run(settings):
    outcome, started = Outcome(settings), time.monotonic()
    try:
        with StandIn() as stand_in, Workspace(stand_in.url) as workspace:
            _run(outcome, Places(stand_in.url, stand_in.url), workspace)
    except Failed as failure:
        outcome.error = str(failure)
    outcome.seconds = time.monotonic() - started
    return outcome


def run_on_local_firehose():
    """The same with the streams on the local Firehose; records sent to them must land."""
    outcome, started = Outcome(ON_LOCAL_FIREHOSE, firehose="local"), time.monotonic()
    try:
        with StandIn() as stand_in, LocalFirehose() as firehose, Workspace(stand_in.url) as workspace:
            workspace.environment["AWS_ENDPOINT_URL_FIREHOSE"] = firehose.url
            _run(outcome, Places(stand_in.url, firehose.url), workspace, lambda: firehose.send(workspace))
            # Deleting a stream delivers what it holds.
            outcome.landed = firehose.landed()
    except Failed as failure:
        outcome.error = str(failure)
    outcome.seconds = time.monotonic() - started
    return outcome


def _run(outcome, url, workspace, in_between=lambda: None):
    variables = said(ALWAYS | outcome.settings)
    workspace.initialize()
    wrong = jar.problems(workspace.folder, workspace.jar)
    if wrong:
        raise Failed("; ".join(wrong))

    workspace.terraform("apply", "-auto-approve", "-input=false", *variables)
    outcome.applied = len(workspace.terraform("state", "list").splitlines())
    outcome.drift = none_or(workspace.changes(*variables))

    toggled = {"schedule_enabled": not outcome.settings["schedule_enabled"]}
    changed = said(ALWAYS | outcome.settings | UPDATE | toggled)
    changes = workspace.changes("-refresh=false", *changed)  # refreshed a moment ago
    workspace.terraform("apply", "-input=false", "plan")
    outcome.updated = f"{len(changes.pop('update', []))} in place"
    # A new version of a function moves its alias; anything made or destroyed is no update.
    if changes:
        raise Failed(f"the update would not be in place: {json.dumps(changes)}")
    again = none_or(workspace.changes(*changed))
    if again != "none":
        raise Failed(f"drift after the update: {again}")

    blind = set(KINDS) - set(remaining(url)) - ({"keys", "key aliases"} if not outcome.settings["encryption"] else set())
    blind -= {"grants"} if outcome.settings["access_mode"] == "iam" else set()
    if blind:
        raise Failed(f"applied, and yet the look at what remains sees no {', '.join(sorted(blind))}")

    in_between()
    put_object(url.aws, json.loads(workspace.terraform("output", "-json"))["error_bucket"]["value"])
    workspace.terraform("destroy", "-auto-approve", "-input=false", *changed)
    outcome.destroyed = "yes"
    outcome.remaining = none_or(remaining(url))
    missing = unlisted(url.aws)
    if missing:
        raise Failed(f"permissions.json lacks {', '.join(missing)}")
    if (outcome.drift, outcome.remaining) != ("none", "none"):
        raise Failed(f"drift: {outcome.drift}; remaining: {outcome.remaining}")


def unlisted(url):
    """Actions that Terraform took and that permissions.json, which the doctor goes by, does not hold."""
    # Everyone may ask who they are.
    listed = {"sts:GetCallerIdentity"} | {action for group in json.loads((FOLDER / "permissions.json").read_text()) for action in group["actions"]}
    asked = set(json.load(urllib.request.urlopen(f"{url}/asked")))
    if len(asked) < 50:
        raise Failed(f"the stand-in noted no more than {sorted(asked)} of what Terraform asked for")
    return sorted(asked - listed)


def said(settings):
    return [f"-var={name}={value if isinstance(value, str) else json.dumps(value)}" for name, value in settings.items()]


def none_or(found):
    return json.dumps(found) if found else "none"


def put_object(url, bucket):
    """Two versions of an object. Moto takes the policy's refusal of plain HTTP without its condition, so the policy steps aside."""
    s3 = boto3.client("s3", endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
    policy = s3.get_bucket_policy(Bucket=bucket)["Policy"]
    s3.delete_bucket_policy(Bucket=bucket)
    for body in (b"first", b"second"):
        s3.put_object(Bucket=bucket, Key="sensor/iceberg-failed/dt=2026-01-01/record", Body=body)
    s3.put_bucket_policy(Bucket=bucket, Policy=policy)


def table(outcomes):
    columns = ["pipelines", "encryption", "access", "schedule", "Firehose", "applied", "drift", "updated", "destroyed", "remaining", "s"]
    lines = [columns, ["---"] * len(columns)]
    for o in outcomes:
        s = o.settings
        lines.append([
            " ".join(s.get("pipelines", ["all"])), on(s["encryption"]), s["access_mode"], on(s["schedule_enabled"]), o.firehose,
            str(o.applied), o.drift, o.updated, o.destroyed, o.remaining, f"{o.seconds:.0f}",
        ])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def on(setting):
    return "on" if setting else "off"
