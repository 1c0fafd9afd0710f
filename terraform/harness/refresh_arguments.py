"""Writes arguments.json anew from the provider's generated bindings (npm @cdktn/provider-aws, which names its provider version).

Usage: refresh_arguments.py [VERSION]     needs npm and the network; VERSION is that of the bindings, latest by default
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import arguments

PACKAGE = "@cdktn/provider-aws"
PREFIX = {"resource": "", "data": "data-aws-"}  # of a type's folder
INTERFACE = re.compile(r"export interface (\w+)( extends [^{]+)? \{(.*?)\n\}", re.S)
MEMBER = re.compile(r"/\*\*(.*?)\*/\s*readonly (\w+)(\??): ([^;]+);", re.S)
DOCUMENT = re.compile(r"providers/hashicorp/aws/([0-9.]+)/docs/\S+#(\w+)")


def extract(declarations):
    """The arguments of a resource, as {name: {required, block, arguments}}, from its index.d.ts."""
    interfaces = {name: (extends, body) for name, extends, body in INTERFACE.findall(declarations)}

    def of(name):
        out = {}
        for comment, _, optional, type_ in MEMBER.findall(interfaces[name][1]):
            inner = re.match(r"\w+", type_)
            argument = {} if optional else {"required": True}
            if re.search(r"\* \w+ block\s", comment):
                argument["block"] = True
            if inner and inner[0] in interfaces:
                argument["arguments"] = of(inner[0])
            out[DOCUMENT.search(comment)[2]] = argument
        return dict(sorted(out.items()))

    root = next((name for name, (extends, _) in interfaces.items() if extends), None)
    return of(root) if root else {}


def pruned(known, bodies):
    """Without what stands inside blocks that the folder does not use: Firehose alone has ten destinations."""
    inside = {}
    for body in bodies:
        for block in body.blocks:
            inside.setdefault(block.name, []).append(block.inner)
    out = {}
    for name, argument in known.items():
        if "arguments" in argument and argument.get("block"):
            kept = pruned(argument["arguments"], inside[name]) if name in inside else None
            argument = {k: v for k, v in argument.items() if k != "arguments"} | ({"arguments": kept} if kept else {})
        out[name] = argument
    return out


def main(version="latest"):
    used = {"resource": {}, "data": {}}
    for _, kind, type_, _, body in arguments.resources(arguments.HERE.parent):
        used[kind].setdefault(type_, []).append(body)
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"{PACKAGE}@{version}"]
        packed = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, check=True).stdout.split()[-1]
        archive = tarfile.open(Path(folder) / packed)
        paths = {
            f"package/lib/{PREFIX[kind]}{type_.removeprefix('aws_').replace('_', '-')}/index.d.ts": (kind, type_)
            for kind, types in used.items() for type_ in types
        }
        out, provider = {"bindings": packed, "resource": {}, "data": {}}, None
        for member in archive:
            if member.name in paths:
                kind, type_ = paths[member.name]
                text = archive.extractfile(member).read().decode()
                out[kind][type_] = pruned(extract(text), used[kind][type_])
                provider = provider or DOCUMENT.search(text)[1]
    missing = [type_ for kind, type_ in paths.values() if type_ not in out[kind]]
    if missing:
        sys.exit(f"{PACKAGE} {version} has no {', '.join(missing)}")
    out = {"provider": provider, **out}
    (arguments.HERE / "arguments.json").write_text(json.dumps(out, indent=1, sort_keys=True) + "\n")
    print(f"provider {provider}: {len(paths)} types")


if __name__ == "__main__":
    main(*sys.argv[1:])
