# string. Specified in: https://docs.python.org/3.11/library/string.html
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

    def _parts(self):
        text, at = self.template, 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:], None
                return
            start = found + 1
            braced = text[start:start + 1] == "{"
            end = start = start + braced
            while end < len(text) and (text[end] == "_" or text[end].isascii() and text[end].isalnum()):
                end += 1
            name = text[start:end]
            if text[start:start + 1] == self.delimiter and not braced:
                yield text[at:found] + self.delimiter, None
                at = start + 1
            elif name and not name[0].isdigit() and (not braced or text[end:end + 1] == "}"):
                yield text[at:found], name
                at = end + braced
            else:
                yield text[at:found], (found,)
                at = found + 1

    def _filled(self, mapping, kws, safe):
        values = {**dict(mapping or {}), **kws}
        made = []
        for text, name in self._parts():
            made.append(text)
            if isinstance(name, tuple):
                if not safe:
                    before = self.template[:name[0]]
                    line = before.count("\n") + 1
                    raise ValueError(f"Invalid placeholder in string: line {line}, "
                                     f"col {name[0] - before.rfind(chr(10))}")
                made.append(self.delimiter)
            elif name is not None:
                if name in values or not safe:
                    made.append(str(values[name]))
                else:
                    made.append(self.delimiter + name)
        return "".join(made)

    def substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
