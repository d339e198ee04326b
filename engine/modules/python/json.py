# json. Specified in: https://docs.python.org/3.11/library/json.html
import sys as _sys

_dicts = (dict, frozendict) if _sys.version_info >= (3, 15) else dict
_escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
_unescaped = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "b": "\b", "/": "/", "\\": "\\", '"': '"'}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


JSONDecodeError.__module__ = "json.decoder"


class JSONEncoder:
    item_separator, key_separator = ", ", ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan, self.sort_keys = skipkeys, ensure_ascii, allow_nan, sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        parts = []
        self._write(o, parts.append, 0, [])
        return "".join(parts)

    def iterencode(self, o):
        yield self.encode(o)

    def _text(self, text):
        made = []
        for c in text:
            if c in _escapes:
                c = _escapes[c]
            elif c < " " or (self.ensure_ascii and c > "~"):
                code = ord(c)
                if code > 0xffff:
                    code -= 0x10000
                    c = f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}"
                else:
                    c = f"\\u{code:04x}"
            made.append(c)
        return f'"{"".join(made)}"'

    def _number(self, value):
        if value != value or value in (float("inf"), float("-inf")):
            if not self.allow_nan:
                says_which = self.indent is not None or _sys.version_info >= (3, 12)
                raise ValueError("Out of range float values are not JSON compliant" + f": {value!r}" * says_which)
            return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
        return float.__repr__(value)

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._number(key)
        if key is True or key is False or key is None:
            return {True: "true", False: "false", None: "null"}[key]
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")

    def _write(self, o, write, level, around):
        if isinstance(o, str):
            return write(self._text(o))
        if o is None or o is True or o is False:
            return write("null" if o is None else "true" if o else "false")
        if isinstance(o, int):
            return write(int.__repr__(o))
        if isinstance(o, float):
            return write(self._number(o))
        if any(each is o for each in around):
            raise ValueError("Circular reference detected")
        if not isinstance(o, (list, tuple)) and not isinstance(o, _dicts):
            plain = self.default(o)
            try:
                return self._write(plain, write, level, [*around, o])
            except Exception as error:
                if _sys.version_info >= (3, 14):
                    error.add_note(f"when serializing {type(o).__name__} object")
                raise
        around = [*around, o]
        is_dict = isinstance(o, _dicts)
        items = list(o.items() if is_dict else o)
        if is_dict and self.sort_keys:
            items.sort()
        if not items:
            return write("{}" if is_dict else "[]")
        before = "" if self.indent is None else "\n" + self.indent * (level + 1)
        write("{" if is_dict else "[")
        first = True
        for number, item in enumerate(items):
            if is_dict:
                key = self._key(item[0])
                if key is None:
                    continue
            write(before if first else self.item_separator + before)
            first = False
            if is_dict:
                write(self._text(key) + self.key_separator)
                item = item[1]
            try:
                self._write(item, write, level + 1, around)
            except Exception as error:
                if _sys.version_info >= (3, 14):
                    where = repr(key) if is_dict else number
                    error.add_note(f"when serializing {type(o).__name__} item {where}")
                raise
        if before and not first:
            write(before[:len(before) - len(self.indent)])
        write("}" if is_dict else "]")


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None, **more):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.array_hook = more.pop("array_hook", None) if _sys.version_info >= (3, 15) else None
        if more:
            raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument {next(iter(more))!r}")
        self.parse_float, self.parse_int, self.strict = parse_float or float, parse_int or int, strict

    def decode(self, s):
        value, end = self.raw_decode(s, self._space(s, 0))
        end = self._space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def _space(self, s, at):
        while at < len(s) and s[at] in " \t\n\r":
            at += 1
        return at

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        for word, value in (("null", None), ("true", True), ("false", False), ("NaN", float("nan")),
                            ("Infinity", float("inf")), ("-Infinity", float("-inf"))):
            if s.startswith(word, at):
                return value, at + len(word)
        end = at + (c == "-")
        if end < len(s) and "0" <= s[end] <= "9":
            return self._number(s, at, end)
        raise JSONDecodeError("Expecting value", s, at)

    def _digits(self, s, at):
        while at < len(s) and "0" <= s[at] <= "9":
            at += 1
        return at

    def _number(self, s, start, at):
        end = at + 1 if s[at] == "0" else self._digits(s, at)
        whole = end
        if s[end:end + 1] == "." and self._digits(s, end + 1) > end + 1:
            end = self._digits(s, end + 1)
        if s[end:end + 1] in ("e", "E"):
            after = end + 1 + (s[end + 1:end + 2] in ("+", "-"))
            if self._digits(s, after) > after:
                end = self._digits(s, after)
        text = s[start:end]
        return (self.parse_int if end == whole else self.parse_float)(text), end

    def _string(self, s, at):
        begin, parts = at - 1, []
        while True:
            end = at
            while end < len(s) and s[end] not in '"\\' and s[end] >= " ":
                end += 1
            parts.append(s[at:end])
            if end >= len(s):
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            c = s[end]
            if c == '"':
                return "".join(parts), end + 1
            if c != "\\":
                if self.strict:
                    raise JSONDecodeError("Invalid control character at", s, end)
                parts.append(c)
                at = end + 1
                continue
            c = s[end + 1:end + 2]
            if not c:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if c != "u":
                if c not in _unescaped:
                    raise JSONDecodeError("Invalid \\escape", s, end)
                parts.append(_unescaped[c])
                at = end + 2
                continue
            code = self._hex(s, end + 2)
            at = end + 6
            if 0xd800 <= code <= 0xdbff and s[at:at + 2] == "\\u":
                low = self._hex(s, at + 2)
                if 0xdc00 <= low <= 0xdfff:
                    code = 0x10000 + ((code - 0xd800 << 10) | low - 0xdc00)
                    at += 6
            parts.append(chr(code))

    def _hex(self, s, at):
        text = s[at:at + 4]
        if len(text) == 4 and all(c in "0123456789abcdefABCDEF" for c in text):
            return int(text, 16)
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)

    def _array(self, s, at):
        items = []
        at = self._space(s, at)
        made = self.array_hook or (lambda items: items)
        if s[at:at + 1] == "]":
            return made(items), at + 1
        while True:
            value, at = self._value(s, at)
            items.append(value)
            at = self._space(s, at)
            c = s[at:at + 1]
            if c == "]":
                return made(items), at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma, at = at, self._space(s, at + 1)
            if _sys.version_info >= (3, 13) and s[at:at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs = []
        at = self._space(s, at)
        if s[at:at + 1] == "}":
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
                key, at = self._string(s, at + 1)
                at = self._space(s, at)
                if s[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, self._space(s, at + 1))
                pairs.append((key, value))
                at = self._space(s, at)
                c = s[at:at + 1]
                if c == "}":
                    at += 1
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma, at = at, self._space(s, at + 1)
                if _sys.version_info >= (3, 13) and s[at:at + 1] == "}":
                    raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
                if s[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), at


def loads(s, *, cls=None, **kw):
    if isinstance(s, bytes):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    kw = {name: value for name, value in kw.items() if value is not None}
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
