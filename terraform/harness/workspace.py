"""A copy of the Terraform folder in which terraform runs, against the stand-in or against nothing."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jar
import older_provider

HERE = Path(__file__).parent
FOLDER = HERE.parent
JAR = FOLDER.parent / "generator-lambda" / "target" / "generator-lambda.jar"


class Failed(Exception):
    pass


class StandIn:
    """AWS on a free port of this machine, as long as it is open."""

    def __enter__(self):
        self.errors = tempfile.TemporaryFile("w+")
        command = [sys.executable, "-B", str(HERE / "stand_in")]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        self.url = self.process.stdout.readline().strip()
        if not self.url:
            self.errors.seek(0)
            raise Failed("the stand-in did not start: " + self.errors.read()[-2000:])
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Workspace:
    def __init__(self, url=None):
        self.root = Path(tempfile.mkdtemp(prefix="hydrant-terraform-"))
        self.folder = self.root / "terraform"
        shutil.copytree(FOLDER, self.folder, ignore=shutil.ignore_patterns(".terraform*", "*.tfstate*", "*.tfvars", "harness"))
        self.jar = self.root / "generator-lambda" / "target" / "generator-lambda.jar"
        self.jar.parent.mkdir(parents=True)
        if JAR.exists():
            shutil.copy(JAR, self.jar)
        else:
            jar.write_placeholder(self.jar)
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "TF_"))}
        self.environment |= {"TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1"}
        self.environment |= {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
        self.environment |= older_provider.installation(self.root)
        if url:
            self.environment["AWS_ENDPOINT_URL"] = url

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def terraform(self, *arguments, allow=(0,)):
        """Runs terraform; its output, or Failed with the end of it. The exit code is kept in self.code."""
        done = subprocess.run(
            ["terraform", *arguments, "-no-color"], cwd=self.folder, env=self.environment,
            text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self.code = done.returncode
        if done.returncode not in allow:
            raise Failed(f"terraform {arguments[0]} ended with {done.returncode}:\n{done.stdout[-3000:]}")
        return done.stdout

    def initialize(self):
        """The folder as it is, and beside it what an older provider needs; the names of what it leaves out."""
        left_out = older_provider.override(self.folder)
        self.terraform("init", "-input=false")
        return left_out

    def changes(self, *variables):
        """What a plan would do: action -> addresses."""
        self.terraform("plan", "-input=false", "-detailed-exitcode", "-out=plan", *variables, allow=(0, 2))
        if self.code == 0:
            return {}
        plan = json.loads(self.terraform("show", "-json", "plan"))
        out = {}
        for change in plan["resource_changes"]:
            if change["change"]["actions"] not in (["no-op"], ["read"]):
                out.setdefault("/".join(change["change"]["actions"]), []).append(change["address"])
        return out
