"""An AWS to apply against: moto, with services in front of it that moto lacks or answers differently from AWS.

Prints its URL once it listens, on a free port of the loopback interface.
"""

import logging
import os
import sys

# AWS's managed policies, and Lambda functions that are kept but never run.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from athena import NamedQueries
from firehose import Firehose
from front import Front
from functions import SnapStart
from integration import Catalogs, Quotas, Simulator
from lakeformation import LakeFormation
from s3tables import S3Tables


def main():
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    front = Front(
        DomainDispatcherApplication(create_backend_app),
        services={
            "athena": NamedQueries(),
            "firehose": Firehose(),
            "glue": Catalogs(),
            "iam": Simulator(),
            "lakeformation": LakeFormation(),
            "s3tables": S3Tables(),
            "servicequotas": Quotas(),
        },
        amendments={"lambda": SnapStart()},
    )
    server = make_server("127.0.0.1", 0, front, threaded=True)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
