"""The part of Terraform's language that its arguments and blocks are written in; expressions stay as text."""

import re
from dataclasses import dataclass, field

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
SPACE = re.compile(r"(?:\s|#[^\n]*|//[^\n]*|/\*.*?\*/)*", re.S)
HEREDOC = re.compile(r"<<-?(\w+)\n.*?\n\s*\1(?=\n)", re.S)
LABEL = re.compile(r'"([^"]*)"|([A-Za-z_][A-Za-z0-9_-]*)')


@dataclass
class Body:
    arguments: dict = field(default_factory=dict)  # name -> expression as text
    blocks: list = field(default_factory=list)  # Block

    def of(self, kind):
        return [block for block in self.blocks if block.kind == kind]


@dataclass
class Block:
    kind: str
    labels: list
    body: Body
    text: str  # from its kind to its closing brace

    @property
    def name(self):
        """What it is to the provider: a dynamic block is of the kind of its label."""
        return self.labels[0] if self.kind == "dynamic" else self.kind

    @property
    def inner(self):
        return self.body.of("content")[0].body if self.kind == "dynamic" else self.body


def parse(text):
    return _body(text + "\n", 0)[0]


def members(expression):
    """The names of an object written out, with their expressions; none where the expression is not an object."""
    return _body(expression[1:-1] + "\n", 0)[0].arguments if expression.startswith("{") and expression.endswith("}") else {}


def _body(text, at):
    body = Body()
    while True:
        at = SPACE.match(text, at).end()
        if at == len(text) or text[at] == "}":
            return body, at
        if text[at] == ",":
            at += 1
            continue
        word = LABEL.match(text, at)
        if not word:
            raise ValueError(f"line {text.count(chr(10), 0, at) + 1}: a name is expected at {text[at:at + 20]!r}")
        start, name, at = at, word[1] or word[2], word.end()
        labels = []
        while True:
            at = SPACE.match(text, at).end()
            if text[at] in "=:":
                end = _expression(text, at + 1)
                body.arguments[name] = text[at + 1 : end].strip()
                at = end
                break
            if text[at] == "{":
                inner, end = _body(text, at + 1)
                body.blocks.append(Block(name, labels, inner, text[start : end + 1]))
                at = end + 1
                break
            label = LABEL.match(text, at)
            labels.append(label[1] or label[2])
            at = label.end()


def _expression(text, at):
    """Where the expression that starts here ends: at the line's end, a comma or a closing brace, outside of all brackets."""
    depth = 0
    while at < len(text):
        heredoc = HEREDOC.match(text, at)
        if heredoc:
            at = heredoc.end()
        elif text[at] == '"':
            at = _string(text, at)
        elif text[at] == "#" or text.startswith("//", at):
            at = text.index("\n", at)
        elif depth == 0 and text[at] in "\n,}":
            return at
        else:
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text[at], 0)
            at += 1
    return at


def _string(text, at):
    """Past the closing quote; a template inside may hold quotes of its own."""
    at += 1
    while text[at] != '"':
        if text.startswith("\\", at):
            at += 2
        elif text.startswith("${", at) and not text.startswith("$${", at - 1):
            at += 2
            depth = 1
            while depth:
                if text[at] == '"':
                    at = _string(text, at)
                    continue
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
        else:
            at += 1
    return at + 1
