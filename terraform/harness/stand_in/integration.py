"""What the doctor looks at and moto lacks: the catalog of S3 Tables, IAM's simulator, Lambda's quota. All three begin as they should not be."""

import json
import re

from front import ACCOUNT, Refusal


class Catalogs:
    """Glue's catalogs of a region, none at first."""

    def __init__(self):
        self.catalogs = {}

    def answer(self, request):
        if request.operation == "CreateCatalog":
            self.catalogs[request.region, request.body["Name"]] = {"Name": request.body["Name"], **request.body["CatalogInput"]}
            return {}
        if request.operation == "GetCatalog":
            key = request.region, request.body["CatalogId"]
            if key not in self.catalogs:
                raise Refusal("EntityNotFoundException", f"Catalog {key[1]} not found.")
            return {"Catalog": self.catalogs[key]}
        return None


class Simulator:
    """Allows all but what is denied; a policy put on the user allows more. Everything else of IAM is moto's."""

    def __init__(self):
        self.denied = {"firehose:UpdateDestination", "iam:PassRole"}

    def answer(self, request):
        form = request.form
        if request.operation == "PutUserPolicy" and form["UserName"] == "moto":
            for statement in json.loads(form["PolicyDocument"])["Statement"]:
                self.denied -= set(statement["Action"])
            return "<PutUserPolicyResponse/>"
        if request.operation == "SimulatePrincipalPolicy":
            if not re.fullmatch(rf"arn:aws:\w+::{ACCOUNT}:(user|role)/.+", form["PolicySourceArn"]):
                raise Refusal("InvalidInput", form["PolicySourceArn"])
            results = "".join(
                f"<member><EvalActionName>{action}</EvalActionName>"
                f"<EvalDecision>{'implicitDeny' if action in self.denied else 'allowed'}</EvalDecision></member>"
                for key, action in form.items() if key.startswith("ActionNames.member.")
            )
            result = f"<EvaluationResults>{results}</EvaluationResults><IsTruncated>false</IsTruncated>"
            return f"<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult>{result}</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>"
        return None


class Quotas:
    """Lambda's concurrent executions, as low as in a new account; a request for more is granted at once."""

    def __init__(self):
        self.value = 10

    def answer(self, request):
        body = request.body
        if (body.get("ServiceCode"), body.get("QuotaCode")) != ("lambda", "L-B99A9384"):
            return None
        if request.operation == "RequestServiceQuotaIncrease":
            self.value = body["DesiredValue"]
            return {"RequestedQuota": {"DesiredValue": self.value}}
        return {"Quota": {"QuotaCode": body["QuotaCode"], "Value": self.value}}
