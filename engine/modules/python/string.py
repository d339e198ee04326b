# string. Specified in: https://docs.python.org/3.11/library/string.html
import sys as _sys

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    # Triples: a text; the name that follows it, None, or where what is no placeholder stands; and how it is written.
    def _parts(self):
        text, at = self.template, 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:], None, None
                return
            start = found + 1
            braced = text[start:start + 1] == "{"
            end = start = start + braced
            while end < len(text) and (text[end] == "_" or text[end].isascii() and text[end].isalnum()):
                end += 1
            name = text[start:end]
            if text[start:start + 1] == self.delimiter and not braced:
                yield text[at:found] + self.delimiter, None, None
                at = start + 1
            elif name and not name[0].isdigit() and (not braced or text[end:end + 1] == "}"):
                yield text[at:found], name, text[found:end + braced]
                at = end + braced
            else:
                yield text[at:found], (found,), self.delimiter
                at = found + 1

    def _filled(self, mapping, kws, safe):
        values = {**dict(mapping or {}), **kws}
        made = []
        for text, name, written in self._parts():
            made.append(text)
            if isinstance(name, tuple):
                if not safe:
                    before = self.template[:name[0]]
                    line = before.count("\n") + 1
                    raise ValueError(f"Invalid placeholder in string: line {line}, "
                                     f"col {name[0] - before.rfind(chr(10))}")
                made.append(written)
            elif name is not None:
                made.append(str(values[name]) if name in values or not safe else written)
        return "".join(made)

    def substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, True)

    def is_valid(self):
        return not any(isinstance(name, tuple) for _, name, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._parts() if isinstance(name, str)))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        made, _ = self._filled(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return made

    def _filled(self, text, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        made = []
        for literal, name, spec, conversion in self.parse(text):
            made.append(literal)
            if name is None:
                continue
            if name == "" or name[0] in ".[":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name, number = f"{number}{name}", number + 1
            elif name[0].isdigit():
                if number:
                    raise ValueError("cannot switch from automatic field numbering to manual field specification"
                                     if _sys.version_info >= (3, 14) else
                                     "cannot switch from manual field specification to automatic field numbering")
                number = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, number = self._filled(spec, args, kwargs, used, depth - 1, number)
            made.append(self.format_field(value, spec))
        return "".join(made), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        convert = {"s": str, "r": repr, "a": ascii}.get(conversion)
        if convert is None:
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return convert(value)

    def parse(self, format_string):
        text, at, literal = format_string, 0, ""
        while at < len(text):
            char = text[at]
            if char in "{}" and text[at + 1:at + 2] == char:
                yield literal + char, None, None, None
                literal, at = "", at + 2
            elif char == "}":
                raise ValueError("Single '}' encountered in format string")
            elif char == "{":
                end, depth = at + 1, 1
                while end < len(text) and depth:
                    depth += {"{": 1, "}": -1}.get(text[end], 0)
                    end += 1
                if depth:
                    raise ValueError("Single '{' encountered in format string" if at + 1 == len(text) else
                                     "expected '}' before end of string")
                field = text[at + 1:end - 1]
                stop = next((i for i, each in enumerate(field) if each in "!:"), len(field))
                name, rest = field[:stop], field[stop:]
                conversion = rest[1] if rest[:1] == "!" else None
                rest = rest[2:] if conversion else rest
                yield literal, name, rest[1:], conversion
                literal, at = "", end
            else:
                literal += char
                at += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        stop = next((i for i, each in enumerate(field_name) if each in ".["), len(field_name))
        first, rest = field_name[:stop], field_name[stop:]
        first = int(first) if first.isdigit() else first
        value = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                stop = next((i for i, each in enumerate(rest[1:], 1) if each in ".["), len(rest))
                value, rest = getattr(value, rest[1:stop]), rest[stop:]
            else:
                key, _, rest = rest[1:].partition("]")
                value = value[int(key) if key.isdigit() else key]
        return value, first
