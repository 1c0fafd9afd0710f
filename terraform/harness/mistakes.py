"""Mistakes put into a copy of the folder, one at a time. The check that should see each must fail, and say what is wrong."""

from dataclasses import dataclass

import arguments
import jar
from workspace import StandIn, Workspace

NAMESPACE = 'default     = "{}"\n\n  validation {{\n    condition     = can(regex("^[a-z0-9][a-z0-9_]'
DEFAULT_PARAMETER = """          parameters {
            parameter_name  = "NumberOfRetries"
            parameter_value = "3"
          }
"""


@dataclass
class Mistake:
    name: str
    file: str
    right: str
    wrong: str
    check: str  # a file of tests/, or one of CHECKS
    says: str  # what the failing check must say


MISTAKES = [
    Mistake(
        name="a wrong column type",
        file="tables.json",
        right='"temperature", "type": "double"',
        wrong='"temperature", "type": "float"',
        check="tables",
        says="no longer says what is pinned",
    ),
    Mistake(
        name="an unknown column type",
        file="tables.json",
        right='"temperature", "type": "double"',
        wrong='"temperature", "type": "number"',
        check="tables",
        says="is not one of boolean",
    ),
    Mistake(
        name="a hyphen in the namespace",
        file="variables.tf",
        right=NAMESPACE.format("hydrant"),
        wrong=NAMESPACE.format("a-name"),
        check="tables",
        says='namespace is "a-name"',
    ),
    Mistake(
        name="rate(1 minutes)",
        file="schedule.tf",
        right="rate(1 minute)",
        wrong="rate(1 minutes)",
        check="schedule",
        says="A schedule is not rate(1 minute)",
    ),
    Mistake(
        name="an escaped scheduled time",
        file="schedule.tf",
        right="<aws.scheduler.scheduled-time>",
        wrong="\\\\u003caws.scheduler.scheduled-time\\\\u003e",
        check="schedule",
        says="The scheduled time is not asked for",
    ),
    Mistake(
        name="a missing key statement",
        file="kms.tf",
        right="maintenance.s3tables.amazonaws.com",
        wrong="s3.amazonaws.com",
        check="policies",
        says="The key's policy is not the one",
    ),
    Mistake(
        name="a policy wider than listed",
        file="iam.tf",
        right='["firehose:PutRecordBatch"]',
        wrong='["firehose:PutRecord", "firehose:PutRecordBatch"]',
        check="policies",
        says="A role's policy is not the one",
    ),
    Mistake(
        name="a metric that does not exist",
        file="templates/dashboard.tftpl",
        right="DeliveryToIceberg.SuccessfulRowCount",
        wrong="DeliveryToIceberg.SuccessRowCount",
        check="dashboard",
        says="A metric of the dashboard is not",
    ),
    Mistake(
        name="a handler class that is not in the jar",
        file="lambda.tf",
        right='"SesRouter"',
        wrong='"SesRoute"',
        check="jar",
        says="dev/hydrant/lambda/SesRoute is not in",
    ),
    Mistake(
        name="an argument that does not exist",
        file="s3tables.tf",
        right="force_destroy = var",
        wrong="force_delete = var",
        check="arguments",
        says='there is no argument "force_delete"',
    ),
    Mistake(
        name="a required argument left out",
        file="firehose.tf",
        right="    catalog_arn  ",
        wrong="    # catalog_arn  ",
        check="arguments",
        says='the required "catalog_arn" is missing',
    ),
    Mistake(
        name="a processor parameter at its default",
        file="firehose.tf",
        right="          # A parameter at its default would be a change in every plan.\n",
        wrong=DEFAULT_PARAMETER,
        check="drift",
        says="iceberg[\"ses\"]",
    ),
]


def run():
    """The name of each mistake, and why it was not seen: empty when it was."""
    with Workspace() as workspace:
        workspace.initialize()
        for mistake in MISTAKES:
            yield mistake.name, _unseen(workspace, mistake)


def _unseen(workspace, mistake):
    file = workspace.folder / mistake.file
    text = file.read_text()
    if mistake.right not in text:
        return f"{mistake.file} does not hold {mistake.right!r} any more"
    file.write_text(text.replace(mistake.right, mistake.wrong))
    try:
        said = CHECKS.get(mistake.check, tests)(workspace, mistake)
    finally:
        file.write_text(text)
    if not said:
        return f"{mistake.check} passes"
    told = " ".join(said.replace("│", " ").split())  # Terraform breaks long lines
    return "" if mistake.says in told else f"{mistake.check} fails for another reason: {said[-1000:]}"


def tests(workspace, mistake):
    out = workspace.terraform("test", f"-filter=tests/{mistake.check}.tftest.hcl", allow=(0, 1))
    return out if workspace.code else ""


def drift(workspace, mistake):
    """Only what is applied shows it: Firehose fills the parameter in, and the provider does not read it back."""
    variables = ["-target=aws_kinesis_firehose_delivery_stream.iceberg", '-var=pipelines=["ses"]']
    with StandIn() as stand_in, Workspace(stand_in.url) as applied:
        (applied.folder / mistake.file).write_text((workspace.folder / mistake.file).read_text())
        applied.initialize()
        applied.terraform("apply", "-auto-approve", "-input=false", *variables)
        return " ".join(applied.changes(*variables).get("update", []))


CHECKS = {
    "jar": lambda workspace, _: "\n".join(jar.problems(workspace.folder, workspace.jar)),
    "arguments": lambda workspace, _: "\n".join(arguments.problems(workspace.folder)),
    "drift": drift,
}
