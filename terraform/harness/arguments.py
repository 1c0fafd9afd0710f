"""Argument names and required arguments of a folder against arguments.json, an extract of the newest provider's bindings."""

import json
import sys
from pathlib import Path

import hcl

HERE = Path(__file__).parent
# Terraform's own, known to every resource.
META = {"count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection"}


def resources(folder):
    """File, kind, type, name and body of each resource and data source."""
    for file in sorted(Path(folder).glob("*.tf")):
        for block in hcl.parse(file.read_text()).blocks:
            if block.kind in ("resource", "data"):
                yield file.name, block.kind, *block.labels, block.body


def problems(folder):
    known = json.loads((HERE / "arguments.json").read_text())
    found, all_ = [], list(resources(folder))
    if not all_:
        return [f"{folder} holds no resource"]
    for file, kind, type_, name, body in all_:
        place = f"{file}: {kind} {type_}.{name}"
        if type_ not in known[kind]:
            found.append(f"{place}: the extract does not know the type; run harness/refresh_arguments.py")
        else:
            found += _compare(place, body, known[kind][type_])
    return found


def _compare(place, body, known):
    written = {name: [hcl.Body(hcl.members(text))] for name, text in body.arguments.items()}
    blocks = {}
    for block in body.blocks:
        blocks.setdefault(block.name, []).append(block.inner)
    for name in (set(written) | set(blocks)) - META:
        argument = known.get(name)
        if argument is None:
            yield f'{place}: there is no argument "{name}"'
            continue
        if argument.get("block", False) != (name in blocks):
            yield f'{place}: "{name}" is {"a block" if argument.get("block") else "an argument, not a block"}'
        for inner in blocks.get(name, written.get(name)):
            if "arguments" in argument and (name in blocks or inner.arguments):
                yield from _compare(f"{place}.{name}", inner, argument["arguments"])
            elif name in blocks and (inner.arguments or inner.blocks):
                yield f"{place}.{name}: the extract does not hold what this block takes; run harness/refresh_arguments.py"
    for name, argument in known.items():
        if argument.get("required") and name not in written and name not in blocks:
            yield f'{place}: the required "{name}" is missing'


if __name__ == "__main__":
    found = problems(sys.argv[1] if len(sys.argv) > 1 else HERE.parent)
    print("\n".join(found) or "all arguments are known, none is missing")
    sys.exit(1 if found else 0)
