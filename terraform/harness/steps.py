"""The steps of the proof. A step is a list of tasks, which may run beside one another; a task returns pairs: what it proved, and what
is wrong with it, empty when nothing is."""

import re
import shutil
import subprocess
from functools import partial

import arguments
import older_provider
import readme
from workspace import FOLDER, Workspace

# Plans what a reader copies, with the tests' mocks, so that it stays true.
EXAMPLE = """
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "plan" {
  command = plan
}
"""

# Outcomes of the cycles, for the table that the log ends with.
outcomes = []


def tasks(step):
    if step == "cycles":
        import cycle

        return [partial(cycle_, cycle, settings) for settings in cycle.MATRIX]
    return [{
        "format": format_, "arguments": arguments_, "readme": readme_, "validate": validate, "tests": tests, "mistakes": mistakes_,
        "firehose": firehose, "doctor": doctor_,
    }[step]]


def format_():
    command = ["terraform", "fmt", "-check", "-recursive", "-diff", str(FOLDER)]
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [("terraform fmt", done.stdout or "not formatted" if done.returncode else "")]


def arguments_():
    return [("argument names and required arguments", "\n".join(arguments.problems(FOLDER)))]


def readme_():
    return [("tables of README.md", "\n".join(readme.problems()))]


def validate():
    with Workspace() as workspace:
        left_out = workspace.initialize()
        workspace.terraform("validate")
        version = older_provider.version()
        with_ = f" with provider {'.'.join(map(str, version))}" if version else ""
        results = [(f"terraform validate{with_}" + (f", without {', '.join(left_out)}" if left_out else ""), "")]
        for example in sorted(FOLDER.glob("examples/*.tfvars")):
            (workspace.folder / "tests" / "example.tftest.hcl").write_text(EXAMPLE)
            out = workspace.terraform("test", "-filter=tests/example.tftest.hcl", f"-var-file={example}", allow=(0, 1))
            results.append((f"plan of examples/{example.name}", out if workspace.code else ""))
        return results


def tests():
    with Workspace() as workspace:
        workspace.initialize()
        out = workspace.terraform("test", allow=(0, 1))
    runs = re.findall(r'run "(\w+)"\.\.\. (\w+)', out)
    failed = [(f"terraform test: {name}", out) for name, result in runs if result != "pass"]
    if not runs or (workspace.code and not failed):
        return [("terraform test", out)]
    return [(f"terraform test: {name}", "") for name, result in runs if result == "pass"] + failed


def mistakes_():
    import mistakes

    return [(f"caught: {name}", problem) for name, problem in mistakes.run()]


def firehose():
    import cycle

    outcome = cycle.run_on_local_firehose()
    outcomes.append(outcome)
    landed = ", ".join(f"{rows} {place}" for place, rows in outcome.landed.items())
    return [("streams on the local Firehose: created, described, updated, sent to, deleted" + (f"; landed {landed}" if landed else ""), outcome.error)]


def doctor_():
    import doctor

    return list(doctor.run())


def cycle_(cycle, settings):
    outcome = cycle.run(settings)
    outcomes.append(outcome)
    return [(f"apply and destroy with {' '.join(cycle.said(settings)).replace('-var=', '')}", outcome.error)]


def closing_table():
    import cycle

    order = [cycle.ON_LOCAL_FIREHOSE, *cycle.MATRIX]
    return cycle.table(sorted(outcomes, key=lambda outcome: order.index(outcome.settings)))


def missing(step):
    """What this step needs and the machine lacks."""
    if step in ("arguments", "readme"):
        return ""
    if not shutil.which("terraform"):
        return "terraform"
    if step != "format" and terraform_version() < (1, 11):
        return "terraform 1.11, whose tests mock a provider when planning"
    if step in ("firehose", "doctor") and not shutil.which("java"):
        return "java"
    if step in ("mistakes", "cycles", "firehose", "doctor"):
        try:
            import boto3
            import moto.moto_server.werkzeug_app
        except ImportError:
            return "moto (pip install 'moto[server]')"
    return ""


def terraform_version():
    said = subprocess.run(["terraform", "version", "-json"], text=True, capture_output=True).stdout
    return tuple(map(int, re.search(r'"terraform_version": "(\d+)\.(\d+)', said).groups()))
