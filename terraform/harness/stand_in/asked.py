"""Which of AWS's operations Terraform calls, by the names that IAM has for them. S3's are left out: IAM names them otherwise."""

import functools
import re

import botocore.loaders

IAM_NAMES = {"monitoring": "cloudwatch"}


class Asked:
    def __init__(self):
        self.actions = set()

    def note(self, service, method, path, operation):
        """An operation of the JSON and query protocols has a name; of REST it has a method and a path."""
        name = operation or next((name for m, p, name in routes(service) if m == method and p.fullmatch(path)), None)
        if name:
            self.actions.add(f"{IAM_NAMES.get(service, service)}:{name}")
        elif service != "s3":
            self.actions.add(f"{service}:{method} {path}")


@functools.cache
def routes(service):
    if service == "s3":
        return []
    operations = botocore.loaders.Loader().load_service_model(service, "service-2")["operations"]
    found = [(o["http"]["method"], o["http"]["requestUri"].partition("?")[0], name) for name, o in operations.items()]
    # Those with the fewest wildcards first.
    found.sort(key=lambda route: route[1].count("{"))
    return [(method, re.compile(re.sub(r"\{.*?\}", "[^/]+", uri) + "/?"), name) for method, uri, name in found]
