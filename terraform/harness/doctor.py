"""hydrant doctor on an account where much is amiss; the commands that it names are carried out, and it must be content then."""

import json
import shlex
import subprocess

import boto3

from local_firehose import HYDRANT
from workspace import Failed, StandIn, Workspace

# More shards than the stand-in's first quota of concurrent executions has room for.
SHARDS = 5
AMISS = {"s3 tables integration", "lake formation", "tables' location", "permissions", "lambda quota", "jar"}


def run():
    """What was seen failing and then passing, by name, and what is wrong with that: empty when nothing is."""
    with StandIn() as stand_in, Workspace(stand_in.url) as workspace:
        built = workspace.jar.read_bytes()
        workspace.jar.unlink()
        code, checks = examine(workspace)
        failing = {name: check for name, check in checks.items() if check["verdict"] == "FAIL"}
        if code != 1 or set(failing) != AMISS:
            raise Failed(f"doctor ends with {code} and sees {sorted(failing)} amiss, not {sorted(AMISS)}")
        workspace.jar.write_bytes(built)
        for check in failing.values():
            mend(check, stand_in.url)
        code, checks = examine(workspace)
        for name in sorted(AMISS):
            yield f"doctor: {name}, failing and mended", "" if checks[name]["verdict"] == "ok" else json.dumps(checks[name])
        others = {name: check for name, check in checks.items() if name not in AMISS and check["verdict"] != "ok"}
        # No provider is chosen before terraform init.
        others.pop("provider", None)
        yield "doctor: the rest holds, exit code 0", json.dumps(others) if others or code else ""
        yield "doctor: permissions too many for a user's own policy, failing and mended", of_another(workspace, stand_in.url)


def of_another(workspace, url):
    """What is wrong with the mend where the user may do nothing yet with the deployment."""
    permissions = examine(workspace, "--stack-name", "other")[1]["permissions"]
    if "attach-user-policy" not in permissions["mend"]:
        return json.dumps(permissions)
    mend(permissions, url)
    code, checks = examine(workspace, "--stack-name", "other")
    return json.dumps(checks["permissions"]) if code or checks["permissions"]["verdict"] != "ok" else ""


def mend(check, url):
    for line in check["mend"].splitlines():
        if line.startswith("aws "):
            carry_out(line, url)


def examine(workspace, *options):
    command = [str(HYDRANT), "doctor", "--json", "--region", "us-east-1", "--terraform", str(workspace.folder), "--shards", str(SHARDS), *options]
    done = subprocess.run(command, text=True, capture_output=True, env=workspace.environment)
    try:
        return done.returncode, json.loads(done.stdout)["checks"]
    except json.JSONDecodeError:
        raise Failed(f"doctor ended with {done.returncode}: {done.stderr[-2000:]}")


def carry_out(command, url):
    """A command of the AWS CLI, by boto3: it checks the names and the types of the arguments as the CLI does."""
    _, service, operation, *rest = shlex.split(command)
    options = {}
    for word in rest:
        if word.startswith("--"):
            options[word] = True
        else:
            options[next(reversed(options))] = word
    region = options.pop("--region", "us-east-1")
    client = boto3.client(service, endpoint_url=url, region_name=region, aws_access_key_id="test", aws_secret_access_key="test")
    call = getattr(client, operation.replace("-", "_"))
    arguments = {"".join(part.title() for part in name[2:].split("-")): value for name, value in options.items()}
    shape = client.meta.service_model.operation_model("".join(part.title() for part in operation.split("-"))).input_shape
    for name, value in arguments.items():
        kind = shape.members[name].type_name
        arguments[name] = json.loads(value) if value is not True and kind in ("structure", "list", "integer", "double") else value
    call(**arguments)
