"""S3 Tables: buckets, namespaces, tables, their encryption and maintenance. AWS's name rules; nothing full is deleted."""

import re

from front import ACCOUNT, Refusal

ARN = r"(?P<bucket>arn:[^/]+/[^/]+)"
ROUTES = [
    ("PUT", "/buckets", "create_bucket"),
    ("GET", "/buckets", "list_buckets"),
    ("GET", f"/buckets/{ARN}", "get_bucket"),
    ("DELETE", f"/buckets/{ARN}", "delete_bucket"),
    ("*", f"/buckets/{ARN}/(?P<aspect>[a-z]+)(/(?P<kind>[A-Za-z]+))?", "aspect"),
    ("*", "/tag/(?P<arn>arn:.+)", "tag"),
    ("PUT", f"/namespaces/{ARN}", "create_namespace"),
    ("GET", f"/namespaces/{ARN}/(?P<namespace>[^/]+)", "get_namespace"),
    ("DELETE", f"/namespaces/{ARN}/(?P<namespace>[^/]+)", "delete_namespace"),
    ("GET", f"/tables/{ARN}", "list_tables"),
    ("PUT", f"/tables/{ARN}/(?P<namespace>[^/]+)", "create_table"),
    ("GET", f"/tables/{ARN}/(?P<namespace>[^/]+)/(?P<table>[^/]+)", "get_table"),
    ("DELETE", f"/tables/{ARN}/(?P<namespace>[^/]+)/(?P<table>[^/]+)", "delete_table"),
    ("*", f"/tables/{ARN}/(?P<namespace>[^/]+)/(?P<table>[^/]+)/(?P<aspect>[a-z]+)(/(?P<kind>[A-Za-z]+))?", "aspect"),
]
NAME = re.compile(r"[a-z0-9][a-z0-9_]{0,254}")
BUCKET_NAME = re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")
MADE = {"createdAt": "2026-01-01T00:00:00Z", "createdBy": ACCOUNT, "ownerAccountId": ACCOUNT}


class S3Tables:
    def __init__(self):
        self.buckets, self.namespaces, self.tables, self.aspects, self.tags = {}, {}, {}, {}, {}

    def answer(self, request):
        if request.path == "/get-table":
            q = request.query
            return self.get_table(request, q["tableBucketARN"], q["namespace"], q["name"])
        for method, path, name in ROUTES:
            match = re.fullmatch(path, request.path)
            if match and method in ("*", request.method):
                return getattr(self, name)(request, **match.groupdict())
        raise Refusal("BadRequestException", f"{request.method} {request.path} is not known to the stand-in")

    def create_bucket(self, request):
        name = request.body["name"]
        arn = f"arn:aws:s3tables:{request.region}:{ACCOUNT}:bucket/{name}"
        require(BUCKET_NAME.fullmatch(name), "BadRequestException", f"The bucket name {name} is not valid")
        require(arn not in self.buckets, "ConflictException", "The bucket is there already", 409)
        self.buckets[arn] = {"arn": arn, "name": name, **MADE}
        self.tags[arn] = request.body.get("tags", {})
        self.aspects[arn, "encryption"] = request.body.get("encryptionConfiguration")
        self.aspects[arn, "maintenance"] = {
            "icebergUnreferencedFileRemoval": enabled("icebergUnreferencedFileRemoval", unreferencedDays=3, nonCurrentDays=10)
        }
        return {"arn": arn}

    def list_buckets(self, request):
        return {"tableBuckets": list(self.buckets.values())}

    def get_bucket(self, request, bucket):
        return found(self.buckets, bucket)

    def delete_bucket(self, request, bucket):
        found(self.buckets, bucket)
        require(not any(b == bucket for b, _ in self.namespaces), "ConflictException", "The bucket is not empty", 409)
        del self.buckets[bucket]
        return {}

    def create_namespace(self, request, bucket):
        [name] = request.body["namespace"]
        found(self.buckets, bucket)
        require(NAME.fullmatch(name), "BadRequestException", f"The namespace name {name} is not valid")
        self.namespaces[bucket, name] = {"namespace": [name], **MADE}
        return {"tableBucketARN": bucket, "namespace": [name]}

    def get_namespace(self, request, bucket, namespace):
        return found(self.namespaces, (bucket, namespace))

    def delete_namespace(self, request, bucket, namespace):
        found(self.namespaces, (bucket, namespace))
        require(not any(k[:2] == (bucket, namespace) for k in self.tables), "ConflictException", "The namespace is not empty", 409)
        del self.namespaces[bucket, namespace]
        return {}

    def create_table(self, request, bucket, namespace):
        name = request.body["name"]
        found(self.namespaces, (bucket, namespace))
        require(NAME.fullmatch(name), "BadRequestException", f"The table name {name} is not valid")
        arn = f"{bucket}/table/{len(self.tables):08x}"
        self.tags[arn] = request.body.get("tags", {})
        self.tables[bucket, namespace, name] = {
            "name": name, "type": "customer", "tableARN": arn, "namespace": [namespace], "versionToken": "1",
            "warehouseLocation": f"s3://{len(self.tables):08x}--table-s3", "format": request.body["format"],
            "modifiedAt": MADE["createdAt"], "modifiedBy": ACCOUNT, **MADE,
        }
        self.aspects[arn, "encryption"] = request.body.get("encryptionConfiguration") or self.aspects[bucket, "encryption"]
        self.aspects[arn, "maintenance"] = {
            "icebergCompaction": enabled("icebergCompaction", targetFileSizeMB=512),
            "icebergSnapshotManagement": enabled("icebergSnapshotManagement", minSnapshotsToKeep=1, maxSnapshotAgeHours=120),
        }
        return {"tableARN": arn, "versionToken": "1"}

    def list_tables(self, request, bucket):
        return {"tables": [t for (b, _, _), t in self.tables.items() if b == bucket]}

    def get_table(self, request, bucket, namespace, table):
        return found(self.tables, (bucket, namespace, table))

    def delete_table(self, request, bucket, namespace, table):
        found(self.tables, (bucket, namespace, table))
        del self.tables[bucket, namespace, table]
        return {}

    def tag(self, request, arn):
        tags = self.tags.setdefault(arn, {})
        tags.update(request.body.get("tags", {}))
        if request.method == "DELETE":
            tags.pop(request.query["tagKeys"], None)
        return {"tags": tags} if request.method == "GET" else {}

    def aspect(self, request, bucket, aspect, kind, namespace=None, table=None):
        """Encryption, maintenance, policy of a bucket or a table."""
        arn = found(self.tables, (bucket, namespace, table))["tableARN"] if table else found(self.buckets, bucket)["arn"]
        key = arn, aspect
        if request.method == "PUT" and aspect == "maintenance":
            self.aspects[key][kind] = request.body["value"]
            return {}
        if request.method == "PUT":
            self.aspects[key] = request.body[f"{aspect}Configuration"]
            return {}
        if request.method == "DELETE":
            self.aspects.pop(key, None)
            return {}
        value = self.aspects.get(key)
        require(value, "NotFoundException", f"There is no {aspect} configuration", 404)
        if aspect == "maintenance":
            return {"tableARN" if table else "tableBucketARN": arn, "configuration": value}
        return {f"{aspect}Configuration": value}


def enabled(name, **settings):
    return {"status": "enabled", "settings": {name: settings}}


def found(things, key):
    require(key in things, "NotFoundException", f"{key} does not exist", 404)
    return things[key]


def require(condition, name, message, status=400):
    if not condition:
        raise Refusal(name, message, status)
