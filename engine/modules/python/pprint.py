# pprint: containers over several lines where one is too short for them.
# Specified in: https://docs.python.org/3.11/library/pprint.html
import collections as _collections
import re as _re
import sys as _sys
from types import SimpleNamespace as _SimpleNamespace

_plain = (str, bytes, int, float, bool, type(None))
_frozen = frozendict if _sys.version_info >= (3, 15) else None


class _Key:
    # Sorts whatever there is: by its own order, else by type and address.
    def __init__(self, thing):
        self.thing = thing

    def __lt__(self, other):
        try:
            return self.thing < other.thing
        except TypeError:
            return (str(type(self.thing)), id(self.thing)) < (str(type(other.thing)), id(other.thing))


def _by_key(item):
    return _Key(item[0]), _Key(item[1])


def _recursion(thing):
    return f"<Recursion on {type(thing).__name__} with id={id(thing)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._compact = indent, width, depth, bool(compact)
        self._stream = _sys.stdout if stream is None else stream
        self._sort_dicts, self._underscore_numbers = sort_dicts, underscore_numbers

    def pprint(self, object):
        self._write(object, self._stream.write, 0, 0, set(), 0)
        self._stream.write("\n")

    def pformat(self, object):
        parts = []
        self._write(object, parts.append, 0, 0, set(), 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._text(object, set(context), maxlevels, level)

    # On one line: the text, whether it can be read back, whether it contains itself.
    def _text(self, thing, inside, most, level):
        kind = type(thing)
        if kind is int and self._underscore_numbers:
            return f"{thing:_d}", True, False
        if kind in _plain:
            return repr(thing), True, False
        shown = kind.__repr__
        if _frozen is not None and shown is _frozen.__repr__:
            text, can_be_read, in_itself = self._text(dict(thing), inside, most, level) if thing else ("", True, False)
            return f"{kind.__name__}({text})", can_be_read, in_itself
        pairs = issubclass(kind, dict) and shown is dict.__repr__
        if not (pairs or issubclass(kind, list) and shown is list.__repr__ or
                issubclass(kind, tuple) and shown is tuple.__repr__):
            text = repr(thing)
            return text, bool(text) and not text.startswith("<"), False
        if not thing:
            return "{}" if pairs else repr(thing), True, False
        left, right = "{}" if pairs else "[]" if issubclass(kind, list) else ("(", ",)" if len(thing) == 1 else ")")
        if most and level >= most:
            return f"{left}...{right[-1] if pairs or right[0] != ',' else right}", False, id(thing) in inside
        if id(thing) in inside:
            return _recursion(thing), False, True
        inside.add(id(thing))
        readable, recursive, texts = True, False, []
        items = thing.items() if pairs else thing
        for item in sorted(items, key=_by_key) if pairs and self._sort_dicts else items:
            shown = []
            for one in item if pairs else (item,):
                text, can_be_read, in_itself = self.format(one, dict.fromkeys(inside, 1), most, level + 1)
                shown.append(text)
                readable, recursive = readable and can_be_read, recursive or in_itself
            texts.append(": ".join(shown))
        inside.discard(id(thing))
        return f"{left}{', '.join(texts)}{right}", readable, recursive

    # From column `indent` on, with `allowance` characters to come behind it.
    def _write(self, thing, write, indent, allowance, inside, level):
        if id(thing) in inside:
            write(_recursion(thing))
            return
        text = self.format(thing, dict.fromkeys(inside, 1), self._depth, level)[0]
        if len(text) > self._width - indent - allowance:
            method = _methods.get(type(thing).__repr__)
            if method is None and getattr(type(thing).__repr__, "_of_dataclass", False):
                method = PrettyPrinter._write_dataclass
            if method is not None and (thing or method not in _of_some):
                inside.add(id(thing))
                method(self, thing, write, indent, allowance, inside, level + 1)
                inside.discard(id(thing))
                return
        write(text)

    def _write_dict(self, thing, write, indent, allowance, inside, level):
        items = list(thing.items())
        write("{" + (self._indent - 1) * " ")
        self._write_pairs(sorted(items, key=_by_key) if self._sort_dicts else items, write, indent, allowance + 1,
                          inside, level)
        write("}")

    def _write_pairs(self, items, write, indent, allowance, inside, level):
        indent += self._indent
        for index, (key, value) in enumerate(items):
            if index:
                write(",\n" + " " * indent)
            text = self.format(key, dict.fromkeys(inside, 1), self._depth, level)[0]
            write(text + ": ")
            self._write(value, write, indent + len(text) + 2, allowance if index == len(items) - 1 else 1, inside,
                        level)

    def _write_items(self, items, write, indent, allowance, inside, level):
        items = list(items)
        indent += self._indent
        if self._indent > 1:
            write((self._indent - 1) * " ")
        left = most = self._width - indent + 1
        next_line = ",\n" + " " * indent
        between = ""
        for index, item in enumerate(items):
            last = index == len(items) - 1
            if last:
                most -= allowance
                left -= allowance
            if self._compact:
                text = self.format(item, dict.fromkeys(inside, 1), self._depth, level)[0]
                if left < len(text) + 2:
                    left = most
                    between = between and next_line
                if left >= len(text) + 2:
                    left -= len(text) + 2
                    write(between + text)
                    between = ", "
                    continue
            write(between)
            between = next_line
            self._write(item, write, indent, allowance if last else 1, inside, level)

    def _write_list(self, thing, write, indent, allowance, inside, level):
        write("[")
        self._write_items(thing, write, indent, allowance + 1, inside, level)
        write("]")

    def _write_tuple(self, thing, write, indent, allowance, inside, level):
        end = ",)" if len(thing) == 1 else ")"
        write("(")
        self._write_items(thing, write, indent, allowance + len(end), inside, level)
        write(end)

    def _write_set(self, thing, write, indent, allowance, inside, level):
        if not thing:
            write(repr(thing))
            return
        name = "" if type(thing) is set else type(thing).__name__ + "("
        end = "})" if name else "}"
        write(name + "{")
        self._write_items(sorted(thing, key=_Key), write, indent + len(name), allowance + len(end), inside, level)
        write(end)

    def _write_str(self, thing, write, indent, allowance, inside, level):
        if not thing:
            write(repr(thing))
            return
        lines, chunks = thing.splitlines(True), []
        if level == 1:
            indent += 1
            allowance += 1
        width = most = self._width - indent
        for index, line in enumerate(lines):
            text = repr(line)
            if index == len(lines) - 1:
                width -= allowance
            if len(text) <= width:
                chunks.append(text)
                continue
            parts = _re.findall(r"\S*\s*", line)[:-1]
            now = ""
            for at, part in enumerate(parts):
                longer = now + part
                room = most - allowance if at == len(parts) - 1 and index == len(lines) - 1 else most
                if len(repr(longer)) > room:
                    if now:
                        chunks.append(repr(now))
                    now = part
                else:
                    now = longer
            if now:
                chunks.append(repr(now))
        if len(chunks) == 1:
            write(text)
            return
        text = ("\n" + " " * indent).join(chunks)
        write(f"({text})" if level == 1 else text)

    def _write_bytes(self, thing, write, indent, allowance, inside, level):
        if len(thing) <= 4:
            write(repr(thing))
            return
        extra = level == 1
        indent, allowance, between = indent + extra, allowance + extra, ""
        write("(" * extra)
        now, last = b"", len(thing) // 4 * 4
        width = self._width - indent
        for at in range(0, len(thing), 4):
            part = thing[at:at + 4]
            if at == last:
                width -= allowance
            if len(repr(now + part)) > width:
                if now:
                    write(between + repr(now))
                    between = "\n" + " " * indent
                now = part
            else:
                now += part
        if now:
            write(between + repr(now))
        write(")" * extra)

    def _write_fields(self, fields, write, indent, allowance, inside, level):
        for index, (name, value) in enumerate(fields):
            last = index == len(fields) - 1
            write(name + "=")
            if id(value) in inside:
                write("...")
            else:
                self._write(value, write, indent + len(name) + 1, allowance if last else 1, inside, level)
            if not last:
                write(",\n" + " " * indent)

    def _write_dataclass(self, thing, write, indent, allowance, inside, level):
        import dataclasses
        name = type(thing).__name__
        fields = [(each.name, getattr(thing, each.name)) for each in dataclasses.fields(thing) if each.repr]
        write(name + "(")
        self._write_fields(fields, write, indent + len(name) + 1, allowance, inside, level)
        write(")")

    def _write_namespace(self, thing, write, indent, allowance, inside, level):
        name = "namespace" if type(thing) is _SimpleNamespace else type(thing).__name__
        write(name + "(")
        self._write_fields(list(thing.__dict__.items()), write, indent + len(name) + 1, allowance, inside, level)
        write(")")

    # Name(...): the column where what is in the brackets begins.
    def _open(self, thing, write, indent):
        name = type(thing).__name__ + "("
        write(name)
        return indent + len(name)

    def _write_ordered_dict(self, thing, write, indent, allowance, inside, level):
        start = self._open(thing, write, indent)
        self._write(list(thing.items()), write, start, allowance + 1, inside, level)
        write(")")

    def _write_counter(self, thing, write, indent, allowance, inside, level):
        start = self._open(thing, write, indent)
        write("{" + (self._indent - 1) * " ")
        self._write_pairs(thing.most_common(), write, start, allowance + 2, inside, level)
        write("})")

    def _write_default_dict(self, thing, write, indent, allowance, inside, level):
        start = self._open(thing, write, indent)
        factory = self.format(thing.default_factory, dict.fromkeys(inside, 1), self._depth, level)[0]
        write(f"{factory},\n{' ' * start}")
        self._write_dict(thing, write, start, allowance + 1, inside, level)
        write(")")

    def _write_frozen_dict(self, thing, write, indent, allowance, inside, level):
        start = self._open(thing, write, indent)
        self._write_dict(thing, write, start, allowance + 1, inside, level)
        write(")")

    def _write_chain_map(self, thing, write, indent, allowance, inside, level):
        start = self._open(thing, write, indent)
        for index, each in enumerate(thing.maps):
            last = index == len(thing.maps) - 1
            self._write(each, write, start, allowance + 1 if last else 1, inside, level)
            write(")" if last else ",\n" + " " * start)

    def _write_deque(self, thing, write, indent, allowance, inside, level):
        start = self._open(thing, write, indent)
        write("[")
        self._write_items(thing, write, start, allowance + 2 if thing.maxlen is None else 2, inside, level)
        write("])" if thing.maxlen is None else f"],\n{' ' * start}maxlen={thing.maxlen})")


_methods = {
    dict.__repr__: PrettyPrinter._write_dict, list.__repr__: PrettyPrinter._write_list,
    tuple.__repr__: PrettyPrinter._write_tuple, set.__repr__: PrettyPrinter._write_set,
    frozenset.__repr__: PrettyPrinter._write_set, str.__repr__: PrettyPrinter._write_str,
    bytes.__repr__: PrettyPrinter._write_bytes, _SimpleNamespace.__repr__: PrettyPrinter._write_namespace,
    _collections.OrderedDict.__repr__: PrettyPrinter._write_ordered_dict,
    _collections.Counter.__repr__: PrettyPrinter._write_counter,
    _collections.defaultdict.__repr__: PrettyPrinter._write_default_dict,
    _collections.ChainMap.__repr__: PrettyPrinter._write_chain_map,
    _collections.deque.__repr__: PrettyPrinter._write_deque,
}
if _frozen is not None:
    _methods[_frozen.__repr__] = PrettyPrinter._write_frozen_dict
# These have nothing to split where they are empty.
_of_some = {PrettyPrinter._write_ordered_dict, PrettyPrinter._write_counter, PrettyPrinter._write_default_dict,
            PrettyPrinter._write_deque, PrettyPrinter._write_frozen_dict}


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._text(object, set(), 0, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
