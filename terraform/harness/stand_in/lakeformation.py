"""Lake Formation's grants, one for a principal and a resource. Revoking what is not there is refused, as AWS does."""

import json

from front import Refusal


class LakeFormation:
    def __init__(self):
        self.grants = {}  # (principal, resource) -> set of permissions

    def answer(self, request):
        operation = request.path.strip("/")
        handlers = {"GrantPermissions": self.grant, "RevokePermissions": self.revoke, "ListPermissions": self.list}
        return handlers[operation](request.body) if operation in handlers else None

    def grant(self, body):
        self.grants.setdefault(key(body), set()).update(body["Permissions"])
        return {}

    def revoke(self, body):
        held = self.grants.get(key(body), set())
        if not held & set(body["Permissions"]):
            # The provider revokes until it reads this.
            message = "No permissions revoked. Grantee has no permissions and no grantable permissions on resource"
            raise Refusal("InvalidInputException", message)
        held -= set(body["Permissions"])
        if not held:
            del self.grants[key(body)]
        return {}

    def list(self, body):
        principal = (body.get("Principal") or {}).get("DataLakePrincipalIdentifier")
        out = []
        for (who, what), permissions in self.grants.items():
            resource = json.loads(what)
            if principal in (None, who) and covers(body.get("Resource"), resource):
                out.append({
                    "Principal": {"DataLakePrincipalIdentifier": who}, "Resource": resource,
                    "Permissions": sorted(permissions), "PermissionsWithGrantOption": [],
                })
        return {"PrincipalResourcePermissions": out}


def key(body):
    return body["Principal"]["DataLakePrincipalIdentifier"], json.dumps(body["Resource"], sort_keys=True)


def covers(asked, held):
    """Is the held resource among those asked for? Asking for a table finds its columns' grants too."""
    if not asked:
        return True
    if "Table" in asked:
        table, mine = asked["Table"], held.get("Table") or held.get("TableWithColumns")
        return bool(mine) and mine["DatabaseName"] == table["DatabaseName"] and (
            "TableWildcard" in table or mine.get("Name") == table.get("Name")
        )
    return asked == held
