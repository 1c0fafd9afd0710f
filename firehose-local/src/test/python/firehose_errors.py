"""boto3 and the AWS CLI, unchanged, against a running local Firehose.

Usage: python3 firehose_errors.py URL

Puts records into the stream "sensors" and checks that every wrong request
gets Firehose's own error. Exits with 1 and names what differs.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import uuid

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

URL = sys.argv[1] if len(sys.argv) == 2 else sys.exit(__doc__)
os.environ.update(
    AWS_ACCESS_KEY_ID="local", AWS_SECRET_ACCESS_KEY="local", AWS_DEFAULT_REGION="us-east-1", AWS_PAGER=""
)
firehose = boto3.client(
    "firehose",
    endpoint_url=URL,
    # The server has to answer these requests, not the client's own checks.
    config=Config(parameter_validation=False, retries={"max_attempts": 0, "mode": "standard"}),
)
# ValidationException and those below are not in Firehose's service model: AWS sends them all the same, and boto3 shows
# them as ClientError with their code.
errors = firehose.exceptions


def reading(number):
    line = {"sensor_id": "sensor-%03d" % (number % 10 + 1), "timestamp": 1700000000 + number, "temperature": 23.45}
    return {"Data": json.dumps(line).encode() + b"\n"}


def expect(error, code, text, call, **arguments):
    try:
        call(**arguments)
    except ClientError as raised:
        assert type(raised) is error, f"{code}: raised {type(raised).__name__}: {raised}"
        assert raised.response["Error"]["Code"] == code, f"{code}: {raised}"
        assert text in raised.response["Error"]["Message"], f"{code}: '{text}' is not in '{raised}'"
        assert raised.response["ResponseMetadata"]["RequestId"], f"{code}: no request id"
        print(f"ok    {code}: {text}")
    else:
        raise AssertionError(f"{code}: nothing was raised")


def batch(records, stream="sensors"):
    return {"DeliveryStreamName": stream, "Records": records}


def iceberg(table, **more):
    role = "arn:aws:iam::000000000000:role/local"
    return {
        "RoleARN": role,
        "CatalogConfiguration": {"CatalogARN": "arn:aws:glue:us-east-1:000000000000:catalog"},
        "DestinationTableConfigurationList": [{"DestinationDatabaseName": "iot", "DestinationTableName": table}],
        "S3Configuration": {"RoleARN": role, "BucketARN": "arn:aws:s3:::errors"},
        **more,
    }


def check_puts():
    answer = firehose.put_record_batch(**batch([reading(i) for i in range(500)]))
    assert answer["FailedPutCount"] == 0 and answer["Encrypted"] is False
    assert len({entry["RecordId"] for entry in answer["RequestResponses"]}) == 500
    assert firehose.put_record(DeliveryStreamName="sensors", Record=reading(500))["RecordId"]
    firehose.put_record_batch(**batch([{"Data": b" " * 1024000}]))
    firehose.put_record_batch(**batch([{"Data": b" " * 1000000}] * 4 + [{"Data": b" " * 194304}]))
    print("ok    puts up to the limits")


def check_put_errors():
    put = firehose.put_record_batch
    expect(ClientError, "ValidationException", "less than or equal to 500", put, **batch([reading(1)] * 501))
    expect(ClientError, "ValidationException", "greater than or equal to 1", put, **batch([]))
    expect(ClientError, "ValidationException", "less than or equal to 1024000", put, **batch([{"Data": b"x" * 1024001}]))
    expect(
        errors.InvalidArgumentException,
        "InvalidArgumentException",
        "Records size exceeds 4 MB limit",
        put,
        **batch([{"Data": b"x" * 1000000}] * 4 + [{"Data": b"x" * 194305}]),
    )
    expect(
        errors.ResourceNotFoundException,
        "ResourceNotFoundException",
        "Firehose nope under account 000000000000 not found.",
        put,
        **batch([reading(1)], "nope"),
    )
    expect(ClientError, "ValidationException", "Member must not be null", put, Records=[reading(1)])
    expect(ClientError, "ValidationException", "[a-zA-Z0-9_.-]+", put, **batch([reading(1)], "no spaces"))


def check_changed_requests():
    """What no SDK sends: a request changed after it was made."""

    def replaced(body):
        def change(request, **_):
            request.data = body

        return change

    good = json.dumps({"DeliveryStreamName": "sensors", "Records": [{"Data": "?"}]})
    for body, text in ((good, "base64"), ("not json", "")):
        handler = replaced(body.encode())
        firehose.meta.events.register("before-sign.firehose.PutRecordBatch", handler)
        expect(ClientError, "SerializationException", text, firehose.put_record_batch, **batch([reading(1)]))
        firehose.meta.events.unregister("before-sign.firehose.PutRecordBatch", handler)

    def renamed(request, **_):
        del request.headers["X-Amz-Target"]
        request.headers["X-Amz-Target"] = "Firehose_20150804.RewindDeliveryStream"

    firehose.meta.events.register("before-sign.firehose.DescribeDeliveryStream", renamed)
    expect(ClientError, "UnknownOperationException", "RewindDeliveryStream",
           firehose.describe_delivery_stream, DeliveryStreamName="sensors")
    firehose.meta.events.unregister("before-sign.firehose.DescribeDeliveryStream", renamed)


def check_streams():
    name = "python-" + uuid.uuid4().hex[:8]
    create = firehose.create_delivery_stream
    made = create(DeliveryStreamName=name, IcebergDestinationConfiguration=iceberg("click_log"))
    assert made["DeliveryStreamARN"].endswith(":deliverystream/" + name)
    expect(errors.ResourceInUseException, "ResourceInUseException", "already exists", create,
           DeliveryStreamName=name, IcebergDestinationConfiguration=iceberg("click_log"))
    expect(errors.InvalidArgumentException, "InvalidArgumentException", "iot.no_such_table", create,
           DeliveryStreamName="other", IcebergDestinationConfiguration=iceberg("no_such_table"))
    expect(ClientError, "ValidationException", "sizeInMBs", create, DeliveryStreamName="other",
           IcebergDestinationConfiguration=iceberg("click_log", BufferingHints={"SizeInMBs": 129}))
    described = firehose.describe_delivery_stream(DeliveryStreamName=name)["DeliveryStreamDescription"]
    assert described["DeliveryStreamStatus"] == "ACTIVE", described
    assert described["CreateTimestamp"].year >= 2020, described
    destination = described["Destinations"][0]["IcebergDestinationDescription"]
    assert destination["BufferingHints"] == {"SizeInMBs": 5, "IntervalInSeconds": 300}, destination
    assert {name, "sensors"} <= set(firehose.list_delivery_streams(Limit=10000)["DeliveryStreamNames"])
    firehose.put_record(DeliveryStreamName=name, Record={"Data": b'{"event_type":"Click"}'})
    firehose.delete_delivery_stream(DeliveryStreamName=name)
    expect(errors.ResourceNotFoundException, "ResourceNotFoundException", name,
           firehose.describe_delivery_stream, DeliveryStreamName=name)
    print("ok    create, describe, list, delete")


def check_cli():
    def aws(*arguments):
        command = ["aws", "firehose", *arguments, "--endpoint-url", URL, "--output", "json"]
        return subprocess.run(command, capture_output=True, text=True)

    def records(count):
        data = base64.b64encode(reading(1)["Data"]).decode()
        file = tempfile.NamedTemporaryFile("w", suffix=".json")
        json.dump([{"Data": data}] * count, file)
        file.flush()
        return file

    with records(3) as three, records(501) as many:
        put = aws("put-record-batch", "--delivery-stream-name", "sensors", "--records", "file://" + three.name)
        assert put.returncode == 0 and json.loads(put.stdout)["FailedPutCount"] == 0, put
        put = aws("put-record-batch", "--delivery-stream-name", "sensors", "--records", "file://" + many.name)
        assert put.returncode != 0 and "(ValidationException)" in put.stderr, put
        put = aws("put-record-batch", "--delivery-stream-name", "nope", "--records", "file://" + three.name)
        assert put.returncode != 0 and "(ResourceNotFoundException)" in put.stderr, put
    print("ok    aws firehose put-record-batch")


check_puts()
check_put_errors()
check_changed_requests()
check_streams()
check_cli()
print("all as Firehose")
