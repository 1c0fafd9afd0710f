"""Firehose's control plane: streams to Iceberg and S3, kept as they were configured, with AWS's defaults and rules for names."""

import re

from front import ACCOUNT, Refusal

KEPT_AS = {
    "IcebergDestination": "IcebergDestinationDescription",
    "ExtendedS3Destination": "ExtendedS3DestinationDescription",
}
DATABASE = re.compile(r"[a-zA-Z0-9._]+")
# What Firehose fills in when a transforming Lambda does not say it.
LAMBDA_DEFAULTS = {"NumberOfRetries": "3", "BufferSizeInMBs": "1.0", "BufferIntervalInSeconds": "60"}


class Firehose:
    def __init__(self):
        self.streams = {}

    def answer(self, request):
        body = request.body
        name = body.get("DeliveryStreamName", "")
        if request.operation == "ListDeliveryStreams":
            return {"DeliveryStreamNames": sorted(self.streams), "HasMoreDeliveryStreams": False}
        if request.operation == "CreateDeliveryStream":
            return self.create(request, name, body)
        if name not in self.streams:
            raise Refusal("ResourceNotFoundException", f"Firehose {name} under account {ACCOUNT} not found.")
        return getattr(self, snake(request.operation))(self.streams[name], body)

    def create(self, request, name, body):
        if name in self.streams:
            raise Refusal("ResourceInUseException", f"Firehose {name} is there already.")
        arn = f"arn:aws:firehose:{request.region}:{ACCOUNT}:deliverystream/{name}"
        kind = next(k for k in KEPT_AS if f"{k}Configuration" in body)
        self.streams[name] = {
            "DeliveryStreamName": name, "DeliveryStreamARN": arn, "DeliveryStreamStatus": "ACTIVE",
            "DeliveryStreamType": body.get("DeliveryStreamType", "DirectPut"), "VersionId": "1", "HasMoreDestinations": False,
            "Destinations": [
                {"DestinationId": "destinationId-000000000001", KEPT_AS[kind]: described(body[f"{kind}Configuration"])}
            ],
            "tags": {t["Key"]: t["Value"] for t in body.get("Tags", [])},
        }
        if "DeliveryStreamEncryptionConfigurationInput" in body:
            self.start_delivery_stream_encryption(self.streams[name], body)
        return {"DeliveryStreamARN": arn}

    def describe_delivery_stream(self, stream, body):
        return {"DeliveryStreamDescription": {k: v for k, v in stream.items() if k != "tags"}}

    def delete_delivery_stream(self, stream, body):
        del self.streams[stream["DeliveryStreamName"]]
        return {}

    def update_destination(self, stream, body):
        if body["CurrentDeliveryStreamVersionId"] != stream["VersionId"]:
            raise Refusal("ConcurrentModificationException", "The version is not the current one.")
        kind = next(k for k in KEPT_AS if f"{k}Update" in body)
        stream["Destinations"][0][KEPT_AS[kind]].update(described(body[f"{kind}Update"]))
        stream["VersionId"] = str(int(stream["VersionId"]) + 1)
        return {}

    def start_delivery_stream_encryption(self, stream, body):
        asked = body["DeliveryStreamEncryptionConfigurationInput"]
        stream["DeliveryStreamEncryptionConfiguration"] = {"Status": "ENABLED", **asked}
        return {}

    def stop_delivery_stream_encryption(self, stream, body):
        stream["DeliveryStreamEncryptionConfiguration"] = {"Status": "DISABLED"}
        return {}

    def list_tags_for_delivery_stream(self, stream, body):
        return {"Tags": [{"Key": k, "Value": v} for k, v in sorted(stream["tags"].items())], "HasMoreTags": False}

    def tag_delivery_stream(self, stream, body):
        stream["tags"].update({t["Key"]: t["Value"] for t in body["Tags"]})
        return {}

    def untag_delivery_stream(self, stream, body):
        for key in body["TagKeys"]:
            stream["tags"].pop(key, None)
        return {}


def described(configuration):
    """A destination as it is described: S3Configuration under its other name, the transform with its defaults."""
    out = dict(configuration)
    for name in ("S3Configuration", "S3Update"):
        if name in out:
            out["S3DestinationDescription"] = out.pop(name)
    for table in out.get("DestinationTableConfigurationList", []):
        for key in ("DestinationDatabaseName", "DestinationTableName"):
            if not DATABASE.fullmatch(table[key]):
                raise Refusal("InvalidArgumentException", f"{key} {table[key]} must match {DATABASE.pattern}")
    for processor in out.get("ProcessingConfiguration", {}).get("Processors", []):
        if processor["Type"] == "Lambda":
            said = {p["ParameterName"] for p in processor["Parameters"]}
            defaults = {**LAMBDA_DEFAULTS, "RoleArn": out["RoleARN"]}
            processor["Parameters"] += [
                {"ParameterName": name, "ParameterValue": value} for name, value in defaults.items() if name not in said
            ]
    return out


def snake(operation):
    return re.sub(r"(?<!^)([A-Z])", r"_\1", operation).lower()
