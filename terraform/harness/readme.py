#!/usr/bin/env python3
"""The generated parts of terraform/README.md: inputs and outputs from the .tf files, costs from prices.json.

Usage: readme.py          writes them anew
       readme.py --check  says whether they are as they would be written
"""

import json
import re
import sys
from pathlib import Path

import hcl

FOLDER = Path(__file__).parent.parent
README = FOLDER / "README.md"


def inputs():
    yield "| Input | What it is | Type | Default |"
    yield "|---|---|---|---|"
    for block in hcl.parse((FOLDER / "variables.tf").read_text()).blocks:
        type_ = block.body.arguments["type"]
        default = block.body.arguments["default"].split(" #")[0].strip()
        if type_.startswith("object"):
            fields = hcl.members(type_[len("object(") : -1])
            defaults = {name: re.fullmatch(r"optional\((\w+), (\w+)\)", text) for name, text in fields.items()}
            type_ = "object"
            default = "{ " + ", ".join(f"{name} = {match[2]}" for name, match in defaults.items()) + " }"
        yield f"| `{block.labels[0]}` | {text(block)} | {type_} | `{default}` |"


def outputs():
    yield "| Output | What it is |"
    yield "|---|---|"
    for block in hcl.parse((FOLDER / "outputs.tf").read_text()).blocks:
        yield f"| `{block.labels[0]}` | {text(block)} |"


def costs():
    """A month of the defaults, at the prices of prices.json."""
    prices = json.loads((FOLDER / "prices.json").read_text())
    unit = {name: price["usd"] for name, price in prices["prices"].items()}
    minutes = 30 * 24 * 60
    records = 200 * 50 * minutes
    sensor, ses, change = 150 * records / 1e9, 1200 * records / 1e9, 400 * records / 1e9  # GB of such records
    change_billed = 5 * 1024 * records / 1e9  # Direct PUT to S3 rounds each record up to 5 KB
    rows = [
        ("Lambda, a generator: 0.5 GB for 50 s of each minute",
         minutes * (50 * 0.5 * unit["lambda_gb_second_arm64"] + unit["lambda_request"]), 3),
        (f"Firehose to Iceberg, sensor: {sensor:.0f} GB", sensor * unit["firehose_iceberg_gb"], 1),
        (f"Firehose to Iceberg, ses: {ses:.0f} GB", ses * unit["firehose_iceberg_gb"], 1),
        (f"Firehose to S3, dynamodb: {change_billed:.0f} GB as billed ({change:.0f} GB sent)",
         change_billed * unit["firehose_s3_gb"], 1),
        (f"S3 Tables: {(sensor + ses) / 4:.0f} GB of compressed files at the month's end, and their compaction",
         (sensor + ses) / 4 * (unit["s3tables_gb_month"] / 2 + unit["s3tables_compaction_gb"]), 1),
        ("KMS key", unit["kms_key_month"], 1),
        ("Alarms", unit["cloudwatch_alarm_month"], 17),
        ("Metrics of the generators", unit["cloudwatch_metric_month"], 12),
    ]
    yield "| A month, the generators running day and night | USD each | times | USD |"
    yield "|---|---:|---:|---:|"
    for name, usd, times in rows:
        yield f"| {name} | {usd:.2f} | {times} | {usd * times:.2f} |"
    month = sum(usd * times for _, usd, times in rows)
    yield f"| **All** | | | **{month:.0f}** |"
    yield ""
    yield f"That is {month / 30 / 24 * 100:.0f} cents an hour."
    yield f"Prices of {prices['region']} as of {prices['as_of']}, in `prices.json`: {prices['source']}."


def text(block):
    return json.loads(block.body.arguments["description"]).replace("|", "\\|")


def written(readme):
    """The README with its generated parts as they should be."""
    for name, lines in {"inputs": inputs, "outputs": outputs, "costs": costs}.items():
        mark = f"<!-- {name}: harness/readme.py -->"
        pattern = re.compile(f"{re.escape(mark)}\n.*?<!-- end -->", re.S)
        if not pattern.search(readme):
            raise ValueError(f"README.md has no part {mark} … <!-- end -->")
        part = "\n".join([mark, "", *lines(), "", "<!-- end -->"])
        readme = pattern.sub(lambda _: part, readme)
    return readme


def problems():
    readme = README.read_text()
    return [] if written(readme) == readme else ["README.md is not up to date: run terraform/harness/readme.py"]


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit("\n".join(problems()))
    README.write_text(written(README.read_text()))
