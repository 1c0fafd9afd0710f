"""The Lambda jar: a placeholder where none is built, and whether the handlers' classes are in it."""

import re
import zipfile
from pathlib import Path

PACKAGE = "dev/hydrant/lambda"
CLASSES = ["GeneratorHandler", "SesRouter", "DynamoDbCsv"]


def write_placeholder(path):
    with zipfile.ZipFile(path, "w") as archive:
        for name in CLASSES:
            archive.writestr(f"{PACKAGE}/{name}.class", b"")


def problems(folder, path):
    """Handlers named in the folder whose class the jar does not hold."""
    held = set(zipfile.ZipFile(path).namelist())
    text = "\n".join(file.read_text() for file in Path(folder).glob("*.tf"))
    named = re.findall(r'class\s*=\s*"(\w+)"', text)
    if not named:
        return ["no handler class is found in the folder"]
    missing = [name for name in named if f"{PACKAGE}/{name}.class" not in held]
    return [f"handler class {PACKAGE}/{name} is not in {Path(path).name}" for name in missing]
