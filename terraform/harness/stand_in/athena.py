"""Athena's named queries, which moto can make but not delete. Everything else of Athena is moto's."""

import uuid

from front import Refusal


class NamedQueries:
    def __init__(self):
        self.queries = {}

    def answer(self, request):
        body = request.body
        if request.operation == "CreateNamedQuery":
            query = str(uuid.uuid4())
            self.queries[query] = {"NamedQueryId": query, "WorkGroup": "primary", **body}
            return {"NamedQueryId": query}
        if request.operation == "ListNamedQueries":
            return {"NamedQueryIds": [k for k, q in self.queries.items() if q["WorkGroup"] == body.get("WorkGroup", "primary")]}
        if request.operation in ("GetNamedQuery", "DeleteNamedQuery"):
            if body["NamedQueryId"] not in self.queries:
                raise Refusal("InvalidRequestException", f"Named query {body['NamedQueryId']} is not found")
            if request.operation == "GetNamedQuery":
                return {"NamedQuery": self.queries[body["NamedQueryId"]]}
            del self.queries[body["NamedQueryId"]]
            return {}
        return None
