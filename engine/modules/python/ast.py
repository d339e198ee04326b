# ast, as far as literal_eval() goes. Specified in: https://docs.python.org/3.11/library/ast.html
import re as _re

_TOKEN = _re.compile(r"""\s*(?:[#][^\n]*\n\s*)*(?:
    (?P<text>(?:[bBuU]|[rR][bB]?|[bB][rR])?(?:'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"
        |'(?:[^\\'\n]|\\.)*'|"(?:[^\\"\n]|\\.)*"))
    |(?P<number>(?:0[xXoObB][0-9a-fA-F_]+|(?:[0-9][0-9_]*)?\.?[0-9][0-9_]*\.?(?:[eE][+-]?[0-9_]+)?)[jJ]?)
    |(?P<name>[A-Za-z_][A-Za-z_0-9]*)
    |(?P<mark>[][(){},:+-])
    )""", _re.VERBOSE | _re.DOTALL)
try:
    _complex = type(eval("1j"))
except SyntaxError:
    _complex = None
_NAMES = {"True": True, "False": False, "None": None}


def _malformed(text=""):
    raise ValueError(f"malformed node or string on line 1: {text}" if text else "malformed node or string")


class _Reader:
    def __init__(self, source):
        self.source, self.at = source, 0
        self.step()

    def step(self):
        match = _TOKEN.match(self.source, self.at)
        if match is None:
            if self.source[self.at:].split("#")[0].strip():
                _malformed(self.source.strip())
            self.kind, self.text = "end", ""
        else:
            self.kind, self.text, self.at = match.lastgroup, match.group(match.lastgroup), match.end()

    def take(self, mark):
        if self.kind == "mark" and self.text == mark:
            self.step()
            return True

    def items(self, close, item):
        made, comma = [], False
        while not self.take(close):
            made.append(item())
            comma = self.take(",")
            if not comma and not (self.kind == "mark" and self.text == close):
                _malformed(self.source.strip())
        return made, comma

    def entry(self):
        key = self.sum()
        return (key, self.sum()) if self.take(":") else (key,)

    def atom(self):
        kind, text = self.kind, self.text
        if kind == "text":
            parts = []
            while self.kind == "text":
                parts.append(self.text)
                self.step()
            return eval(" ".join(parts), {})
        if kind == "number":
            self.step()
            return eval(text, {})
        if kind == "name" and text in _NAMES:
            self.step()
            return _NAMES[text]
        if self.take("("):
            made, comma = self.items(")", self.sum)
            return made[0] if len(made) == 1 and not comma else tuple(made)
        if self.take("["):
            return self.items("]", self.sum)[0]
        if self.take("{"):
            made = self.items("}", self.entry)[0]
            return dict(made) if all(len(each) == 2 for each in made) else {each[0] for each in made}
        if kind == "name" and text == "set" and self.source[self.at:].lstrip()[:1] == "(":
            self.step()
            self.step()
            if self.take(")"):
                return set()
        _malformed(self.source.strip())

    def signed(self):
        for mark in "+-":
            if self.take(mark):
                value = self.signed()
                if type(value) not in (int, float, _complex):
                    _malformed(self.source.strip())
                return -value if mark == "-" else +value
        return self.atom()

    def sum(self):
        left = self.signed()
        while self.kind == "mark" and self.text in "+-":
            mark = self.text
            self.step()
            right = self.signed()
            if type(left) not in (int, float) or type(right) is not _complex:
                _malformed(self.source.strip())
            left = left + right if mark == "+" else left - right
        return left


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    source = node_or_string.lstrip(" \t")
    compile(source, "<unknown>", "eval")  # what is wrong is said as it is of any source
    reader = _Reader(source)
    value = reader.sum()
    if reader.take(","):
        rest = []
        while reader.kind != "end":
            rest.append(reader.sum())
            if not reader.take(",") and reader.kind != "end":
                _malformed(source.strip())
        value = (value, *rest)
    if reader.kind != "end":
        _malformed(source.strip())
    return value
