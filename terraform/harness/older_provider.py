"""Makes the unmodified folder run on a provider older than it asks for, where no newer one can be had.

Which provider there is stands in a mirror folder: HYDRANT_TERRAFORM_MIRROR, or one found where mirrors usually are. Without any,
the registry is asked and the newest provider is used as it is. For an older one an override file is written beside the folder's
own files: a resource named there with an empty body lets Terraform pass over arguments that the provider does not know. Its price
is that a typo among them is passed over too: arguments.py checks the names.
"""

import functools
import glob
import os
import re
import subprocess
from pathlib import Path

import hcl

PROVIDER = "registry.terraform.io/hashicorp/aws"
# Since when the provider takes them. A name with a dot stands inside a block, which the override repeats without it.
SINCE = [
    ("aws_s3tables_table", "metadata", (6, 2)),
    ("aws_kinesis_firehose_delivery_stream", "iceberg_configuration.append_only", (6, 8)),
    ("aws_s3tables_table_bucket", "force_destroy", (6, 11)),
]
FEDERATED_CATALOG = (6, 29)
PINNED = """terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "%s"
    }
  }
}
"""


@functools.cache
def mirror():
    """Where terraform looks itself comes first, then any folder of that layout not too deep in the machine."""
    places = [os.environ.get("HYDRANT_TERRAFORM_MIRROR", ""), os.path.expanduser("~/.terraform.d/plugins")]
    found = next((place for place in places if holds(place)), None)
    if found:
        return found
    command = ["find", "/", "-maxdepth", "6", "-xdev", "-type", "d", "-name", "registry.terraform.io", "-not", "-path", "*/.terraform/*"]
    said = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return next((str(place) for place in (Path(line).parent for line in sorted(said.splitlines())) if holds(place)), None)


def holds(place):
    return bool(place) and (Path(place) / PROVIDER).is_dir()


def installation(root):
    """The environment that makes terraform take the provider from the mirror."""
    place = mirror()
    if not place:
        return {}
    (root / "terraformrc").write_text(f'provider_installation {{\n  filesystem_mirror {{\n    path = "{place}"\n  }}\n}}\n')
    return {"TF_CLI_CONFIG_FILE": str(root / "terraformrc")}


def version():
    """The newest in the mirror, as numbers; None where the registry is asked."""
    place = mirror()
    if not place:
        return None
    names = [Path(p).name for p in glob.glob(f"{place}/{PROVIDER}/*")]
    return max(tuple(map(int, name.split("."))) for name in names if re.fullmatch(r"\d+\.\d+\.\d+", name))


def override(folder):
    """Writes the override file; what it leaves out, as type.argument."""
    held = version()
    # A few, because a busy machine drops a connection now and then; AWS's own 25 would make each refusal last for minutes.
    text = 'provider "aws" {\n  max_retries = 4\n}\n'
    left_out = []
    if held:
        text += PINNED % ".".join(map(str, held))
        if held < FEDERATED_CATALOG:
            text += 'locals {\n  catalog = "123456789012"\n}\n'
            left_out.append("the federated catalog id of Lake Formation grants")
        for type_, argument, since in SINCE:
            if held < since:
                text += "".join(_without(block, argument) for block in _resources(folder, type_))
                left_out.append(f"{type_} {argument}")
    (Path(folder) / "zz_override.tf").write_text(text)
    return left_out


def _resources(folder, type_):
    return [
        block for file in sorted(Path(folder).glob("*.tf")) for block in hcl.parse(file.read_text()).blocks
        if block.kind == "resource" and block.labels[0] == type_
    ]


def _without(resource, argument):
    """The resource with an empty body or, for an argument inside a block, with that block less the argument."""
    outer, _, inner = argument.rpartition(".")
    blocks = resource.body.of(outer) if outer else []
    if outer and not blocks:
        return ""
    kept = "".join(re.sub(rf"(?m)^\s*{inner}\s*=.*\n", "", block.text) + "\n" for block in blocks)
    return f'resource "{resource.labels[0]}" "{resource.labels[1]}" {{\n{kept}}}\n'
