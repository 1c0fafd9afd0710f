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
    """Allows the user moto all but what is denied and what is of a deployment named other; the user's policies allow more. Everything
    else of IAM is moto's."""

    DENIED = {"firehose:UpdateDestination", "iam:PassRole"}

    def __init__(self):
        self.statements = []
        self.policies = {}

    def allows(self, action, resource):
        return (action not in self.DENIED and "other" not in resource) or any(
            action in statement["Action"] and matches(statement["Resource"], resource) for statement in self.statements
        )

    def answer(self, request):
        form = request.form
        if request.operation == "PutUserPolicy" and form["UserName"] == "moto":
            if len(form["PolicyDocument"]) > 2048:
                raise Refusal("LimitExceeded", "Maximum policy size of 2048 bytes exceeded for user moto")
            self.statements += json.loads(form["PolicyDocument"])["Statement"]
            return "<PutUserPolicyResponse/>"
        if request.operation == "CreatePolicy":
            if len(form["PolicyDocument"]) > 6144:
                raise Refusal("LimitExceeded", "Cannot exceed quota for PolicySize: 6144")
            self.policies[f"arn:aws:iam::{ACCOUNT}:policy/{form['PolicyName']}"] = json.loads(form["PolicyDocument"])
            return None
        if request.operation == "AttachUserPolicy" and form["UserName"] == "moto":
            if form["PolicyArn"] not in self.policies:
                raise Refusal("NoSuchEntity", f"Policy {form['PolicyArn']} does not exist or is not attachable.")
            self.statements += self.policies[form["PolicyArn"]]["Statement"]
            return "<AttachUserPolicyResponse/>"
        if request.operation == "SimulatePrincipalPolicy":
            if not re.fullmatch(rf"arn:aws:\w+::{ACCOUNT}:(user|role)/.+", form["PolicySourceArn"]):
                raise Refusal("InvalidInput", form["PolicySourceArn"])
            results = "".join(
                f"<member><EvalActionName>{action}</EvalActionName>"
                f"<EvalDecision>{'allowed' if self.allows(action, form['ResourceArns.member.1']) else 'implicitDeny'}</EvalDecision></member>"
                for key, action in form.items() if key.startswith("ActionNames.member.")
            )
            result = f"<EvaluationResults>{results}</EvaluationResults><IsTruncated>false</IsTruncated>"
            return f"<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult>{result}</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>"
        return None


def matches(pattern, resource):
    """As IAM does: * stands for any characters, ? for one."""
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."), resource) is not None


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
