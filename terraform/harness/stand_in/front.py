"""The door: which service a request is for stands in its signature; a service of ours answers, else moto does."""

import io
import json
import re
import threading
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote

from asked import Asked

ACCOUNT = "123456789012"  # moto's own
SCOPE = re.compile(r"Credential=[^/]+/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/")


@dataclass
class Request:
    region: str
    method: str
    path: str  # decoded, so an ARN shows its slash
    query: dict
    operation: str  # of the JSON and query protocols; empty for REST
    body: dict  # of JSON
    form: dict  # of the query protocol


class Refusal(Exception):
    """AWS's error of that name."""

    def __init__(self, name, message, status=400):
        super().__init__(message)
        self.name, self.status = name, status


class Front:
    def __init__(self, moto, services, amendments):
        self.moto, self.services, self.amendments = moto, services, amendments
        self.lock = threading.Lock()
        self.asked = Asked()

    def __call__(self, environ, start_response):
        scope = SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
        name = scope["service"] if scope else ""
        if environ["PATH_INFO"] == "/asked" and not scope:
            return respond(start_response, "200 OK", sorted(self.asked.actions))
        if "Terraform" in environ.get("HTTP_USER_AGENT", ""):
            path = environ.get("RAW_URI", environ["PATH_INFO"]).partition("?")[0]
            self.asked.note(name, environ["REQUEST_METHOD"], path, read(environ, scope["region"]).operation)
        if name in self.services or name in self.amendments:
            request = read(environ, scope["region"])
            with self.lock:
                if name in self.amendments:
                    return self.amended(self.amendments[name], request, environ, start_response)
                try:
                    answer = self.services[name].answer(request)
                    if answer is not None:
                        return respond(start_response, "200 OK", answer)
                except Refusal as refusal:
                    body = {"__type": refusal.name, "message": str(refusal)}
                    return respond(start_response, f"{refusal.status} {refusal.name}", body, refusal.name)
        return self.moto(environ, start_response)

    def amended(self, amendment, request, environ, start_response):
        """Moto's answer, changed on its way out."""
        head = {}

        def remember(status, headers, exc_info=None):
            head.update(status=status, headers=headers)

        body = b"".join(self.moto(environ, remember))
        if head["status"].startswith("2") and body:
            body = json.dumps(amendment.amend(request, json.loads(body))).encode()
        headers = [(k, v) for k, v in head["headers"] if k.lower() != "content-length"]
        start_response(head["status"], headers + [("Content-Length", str(len(body)))])
        return [body]


def read(environ, region):
    raw = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(raw)  # moto reads it again
    form = {k: v[0] for k, v in parse_qs(raw.decode()).items()} if raw.startswith(b"Action=") else {}
    return Request(
        region=region,
        method=environ["REQUEST_METHOD"],
        path=unquote(environ["PATH_INFO"]),
        query={k: v[0] for k, v in parse_qs(environ.get("QUERY_STRING", "")).items()},
        operation=environ.get("HTTP_X_AMZ_TARGET", "").rpartition(".")[2] or form.get("Action", ""),
        body=json.loads(raw) if raw[:1] == b"{" else {},
        form=form,
    )


def respond(start_response, status, body, error=None):
    data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    headers = [("Content-Type", "text/xml" if isinstance(body, str) else "application/json"), ("Content-Length", str(len(data)))]
    start_response(status, headers + ([("x-amzn-ErrorType", error)] if error else []))
    return [data]
