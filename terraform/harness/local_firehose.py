"""The local Firehose, and what landed in its warehouse."""

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from workspace import FOLDER, Failed

HYDRANT = FOLDER.parent / "hydrant"
# Streams that it has from the start.
OWN = {"sensors", "ses", "dynamodb"}
RECORDS = 400  # of each kind


class LocalFirehose:
    """"hydrant serve" on a free port, with a warehouse of its own, as long as it is open."""

    def __enter__(self):
        self.root = Path(tempfile.mkdtemp(prefix="hydrant-serve-"))
        self.warehouse = self.root / "warehouse"
        self.errors = open(self.root / "errors", "w+")
        # The router takes its database from the environment, as it does on Lambda.
        environment = os.environ | {"HYDRANT_DATABASE": "hydrant"}
        command = [str(HYDRANT), "serve", "--port", "0", "--warehouse", str(self.warehouse)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True, env=environment)
        said = re.search(r"http://\S+", self.process.stdout.readline())
        if not said:
            self.errors.seek(0)
            self.__exit__()
            raise Failed("the local Firehose did not start: " + self.errors.read()[-2000:])
        self.url = said[0]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.errors.close()
        shutil.rmtree(self.root)

    def send(self, workspace):
        """Records of each kind to the streams that were applied in the workspace; all must be acknowledged."""
        command = [str(HYDRANT), "run", "--from-terraform", str(workspace.folder), "--endpoint-url", self.url]
        command += ["--records", "sensor,ses,dynamodb", "--count", str(RECORDS), "--dead-letters", str(self.root / "letters"), "--json"]
        done = subprocess.run(command, text=True, capture_output=True, env=workspace.environment)
        if done.returncode:
            raise Failed(f"hydrant run --from-terraform ended with {done.returncode}: {done.stderr[-2000:]}")
        for stream in json.loads(done.stdout.splitlines()[-1])["streams"]:
            if stream["acknowledged"] != RECORDS:
                raise Failed(f"not all was acknowledged: {json.dumps(stream)}")

    def landed(self):
        """Checks that every record became a row or a line of CSV, in tables with the columns of tables.json; how many of each."""
        known = json.loads((FOLDER / "tables.json").read_text())
        rows = {}
        for table in ("sensors", "send_log", "open_log", "click_log"):
            rows[table] = self._rows(table)
            held = self._columns(table)
            asked = [(c["name"], c["type"], c["required"]) for c in known[table]["columns"]]
            if held != asked:
                raise Failed(f"columns of {table}: {held}, and not {asked}")
        changes = [p for p in self.warehouse.glob("s3/hydrant-changes-*/changes/dt=*/*.csv.gz")]
        rows["changes"] = sum(len(gzip.decompress(p.read_bytes()).splitlines()) for p in changes)
        refused = [str(p) for p in self.warehouse.glob("s3/*errors*/**/*") if p.is_file()]
        mails = rows["send_log"] + rows["open_log"] + rows["click_log"]
        # DynamoDbCsv drops the REMOVEs.
        if rows["sensors"] != RECORDS or mails != RECORDS or not RECORDS / 2 < rows["changes"] <= RECORDS or refused:
            raise Failed(f"of {RECORDS} records of each kind there landed {rows}; refused: {refused}")
        return rows

    def _rows(self, table):
        command = [str(HYDRANT), "query", f"SELECT count(*) FROM hydrant.{table}", "--format", "csv"]
        done = subprocess.run([*command, "--warehouse", str(self.warehouse)], text=True, capture_output=True)
        if done.returncode:
            raise Failed(f"hydrant query ended with {done.returncode}: {done.stderr[-2000:]}")
        return int(done.stdout.split()[-1])

    def _columns(self, table):
        newest = max((self.warehouse / "hydrant" / table / "metadata").glob("*.metadata.json"))
        metadata = json.loads(newest.read_text())
        schema = next(s for s in metadata["schemas"] if s["schema-id"] == metadata["current-schema-id"])
        return [(f["name"], f["type"], f["required"]) for f in schema["fields"]]
