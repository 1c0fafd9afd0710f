"""Lambda's SnapStart, which moto takes and forgets."""


class SnapStart:
    def __init__(self):
        self.said = {}  # function name -> its SnapStart setting

    def amend(self, request, answer):
        name = request.body.get("FunctionName") or request.path.partition("/functions/")[2].partition("/")[0]
        if "SnapStart" in request.body:
            self.said[name] = {"OptimizationStatus": "On", **request.body["SnapStart"]}
        configuration = answer.get("Configuration", answer)
        if name in self.said and "FunctionArn" in configuration:
            configuration["SnapStart"] = self.said[name]
        return answer
