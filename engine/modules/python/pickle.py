# pickle, of data: protocol 4, and what it needs of the earlier ones. Specified in:
# https://docs.python.org/3.11/library/pickle.html
from _engine import LibraryFunction as _LibraryFunction, LibraryMethod as _LibraryMethod
from copyreg import dispatch_table as _dispatch_table
import sys as _sys

HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 5 if _sys.version_info >= (3, 14) else 4
format_version, compatible_formats = "4.0", ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]
_LOCAL = "<locals>"


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    __module__ = "_pickle"


class UnpicklingError(PickleError):
    __module__ = "_pickle"


def _found(module, name):
    __import__(module)
    found = _sys.modules[module]
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _sized(short, long, data):
    return short + bytes((len(data),)) + data if len(data) < 256 else long + len(data).to_bytes(4, "little") + data


class Pickler:
    def __init__(self, file, protocol=None, **options):
        self._file = file
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        if protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        self.proto = max(protocol, 4) if protocol >= 0 else HIGHEST_PROTOCOL
        self._memo, self._kept = {}, []

    def dump(self, obj):
        self._out = []
        self._save(obj)
        body = b"".join(self._out) + b"."
        frame = b"\x95" + len(body).to_bytes(8, "little") if len(body) >= 4 else b""
        self._file.write(b"\x80" + bytes((self.proto,)) + frame + body)

    def clear_memo(self):
        self._memo.clear()

    def persistent_id(self, obj):
        return None

    def _remember(self, obj):
        self._memo[id(obj)] = len(self._memo)
        self._kept.append(obj)
        self._out.append(b"\x94")

    def _again(self, obj):
        at = self._memo.get(id(obj))
        if at is None:
            return False
        self._out.append(b"h" + bytes((at,)) if at < 256 else b"j" + at.to_bytes(4, "little"))
        return True

    def _save(self, obj):
        out, kind = self._out, type(obj)
        if obj is None or kind is bool:
            out.append({None: b"N", True: b"\x88", False: b"\x89"}[obj])
        elif kind is int:
            self._save_int(obj)
        elif kind is float:
            out.append(b"G" + _float_bytes(obj))
        elif self._again(obj):
            pass
        elif kind is str:
            out.append(_sized(b"\x8c", b"X", obj.encode("utf-8", "surrogatepass")))
            self._remember(obj)
        elif kind is bytes:
            out.append(_sized(b"C", b"B", obj))
            self._remember(obj)
        elif kind is tuple:
            self._save_tuple(obj)
        elif kind is list:
            out.append(b"]")
            self._remember(obj)
            self._items(obj)
        elif kind is dict:
            out.append(b"}")
            self._remember(obj)
            self._pairs(obj.items())
        elif kind is set:
            out.append(b"\x8f")
            self._remember(obj)
            if obj:
                out.append(b"(")
                for each in obj:
                    self._save(each)
                out.append(b"\x90")
        elif kind is frozenset:
            out.append(b"(")
            for each in obj:
                self._save(each)
            out.append(b"\x91")
            self._remember(obj)
        elif isinstance(obj, type) or kind in (type(_sized), type(len), _LibraryFunction, _LibraryMethod):
            self._save_global(obj)
        else:
            self._save_object(obj)

    def _save_int(self, obj):
        if 0 <= obj < 256:
            self._out.append(b"K" + bytes((obj,)))
        elif 0 <= obj < 65536:
            self._out.append(b"M" + obj.to_bytes(2, "little"))
        elif -2 ** 31 <= obj < 2 ** 31:
            self._out.append(b"J" + (obj % 2 ** 32).to_bytes(4, "little"))
        else:
            size = obj.bit_length() // 8 + 1
            if obj < 0 and obj >= -1 << size * 8 - 9:
                size -= 1
            data = obj.to_bytes(size, "little", signed=True)
            self._out.append(_sized(b"\x8a", b"\x8b", data))

    def _save_tuple(self, obj):
        if not obj:
            self._out.append(b")")
            return
        if len(obj) > 3:
            self._out.append(b"(")
        for each in obj:
            self._save(each)
        if id(obj) in self._memo:  # it is in itself
            self._out.append(b"0" * len(obj) if len(obj) <= 3 else b"1")
            self._again(obj)
            return
        self._out.append({1: b"\x85", 2: b"\x86", 3: b"\x87"}.get(len(obj), b"t"))
        self._remember(obj)

    def _items(self, items):
        items = list(items)
        for i in range(0, len(items), 1000):
            part = items[i:i + 1000]
            if len(part) > 1:
                self._out.append(b"(")
            for each in part:
                self._save(each)
            self._out.append(b"e" if len(part) > 1 else b"a")

    def _pairs(self, pairs):
        pairs = list(pairs)
        for i in range(0, len(pairs), 1000):
            part = pairs[i:i + 1000]
            if len(part) > 1:
                self._out.append(b"(")
            for key, value in part:
                self._save(key)
                self._save(value)
            self._out.append(b"u" if len(part) > 1 else b"s")

    def _save_global(self, obj, name=None):
        if self._again(obj):
            return
        name = name or getattr(obj, "__qualname__", None) or obj.__name__
        module = getattr(obj, "__module__", None) or "__main__"
        if _LOCAL in name.split("."):
            what = PicklingError if _sys.version_info >= (3, 14) else AttributeError
            raise what(f"Can't pickle local object {obj!r}" if _sys.version_info >= (3, 14) else
                       f"Can't pickle local object {name!r}")
        try:
            found = _found(module, name)
        except (ImportError, AttributeError, KeyError):
            if _sys.version_info >= (3, 14):
                raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}") from None
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        self._save(module)
        self._save(name)
        self._out.append(b"\x93")
        self._remember(obj)

    def _save_object(self, obj):
        kind = type(obj)
        reduce = getattr(kind, "__reduce_ex__", None)
        if kind in _dispatch_table:
            parts = _dispatch_table[kind](obj)
        elif reduce is not None:
            parts = reduce(obj, self.proto)
        elif hasattr(kind, "__reduce__"):
            parts = kind.__reduce__(obj)
        else:
            parts = _reduced(obj)
        if isinstance(parts, str):
            return self._save_global(obj, parts)
        make, args, state, items, pairs, *_ = (*parts, None, None, None)
        if getattr(make, "__name__", "") == "__newobj__":
            self._save(args[0])
            self._save(args[1:])
            self._out.append(b"\x81")
        else:
            self._save(make)
            self._save(args)
            self._out.append(b"R")
        if id(obj) in self._memo:
            self._out.append(b"0")
            self._again(obj)
        else:
            self._remember(obj)
        if items is not None:
            self._items(items)
        if pairs is not None:
            self._pairs(pairs)
        if state is not None:
            self._save(state)
            self._out.append(b"b")


def _float_bytes(value):
    # IEEE 754, of 64 bits, the highest byte first
    from math import copysign, frexp, isinf, isnan
    sign = copysign(1.0, value) < 0
    if isnan(value):
        bits = 0x7ff8 << 48
    elif isinf(value):
        bits = 0x7ff0 << 48
    elif value == 0:
        bits = 0
    else:
        mantissa, exponent = frexp(abs(value))
        exponent += 1022
        if exponent <= 0:
            mantissa, exponent = mantissa * 2.0 ** (exponent - 1), 0
            bits = int(mantissa * 2 ** 53)
        else:
            bits = exponent << 52 | int(mantissa * 2 ** 53) & (1 << 52) - 1
    return (bits | sign << 63).to_bytes(8, "big")


def _float_of(data):
    from math import inf, ldexp, nan
    bits = int.from_bytes(data, "big")
    sign, exponent, mantissa = -1.0 if bits >> 63 else 1.0, bits >> 52 & 0x7ff, bits & (1 << 52) - 1
    if exponent == 0x7ff:
        return nan if mantissa else sign * inf
    return sign * (ldexp(mantissa, -1074) if exponent == 0 else ldexp(mantissa | 1 << 52, exponent - 1075))


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def _reduced(obj):
    cls = type(obj)
    if cls.__name__ in ("coroutine", "generator", "async_generator", "module", "frame", "traceback", "method-wrapper",
                        "Task", "Future", "_asyncio.Task", "_asyncio.Future", "TextIOWrapper"):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    state = dict(getattr(obj, "__dict__", {})) or None
    if hasattr(cls, "__getstate__"):
        state = obj.__getstate__()
    else:
        slots = {}
        for base in cls.__mro__:
            names = base.__dict__.get("__slots__", ())
            for name in (names,) if isinstance(names, str) else names:
                if name not in ("__dict__", "__weakref__") and hasattr(obj, name):
                    slots[name] = getattr(obj, name)
        if slots:
            state = (state, slots)
    if isinstance(obj, BaseException):
        return (cls, obj.args) if state is None else (cls, obj.args, state)
    args = ()
    if hasattr(cls, "__getnewargs__"):
        args = obj.__getnewargs__()
    else:
        for base in (int, float, str, bytes, tuple, frozenset):
            if isinstance(obj, base):
                args = (base(obj),)
    return (__newobj__, (cls, *args), state, iter(obj) if isinstance(obj, list) else None,
            iter(obj.items()) if isinstance(obj, dict) else None)


class Unpickler:
    def __init__(self, file, **options):
        self._file = file

    def find_class(self, module, name):
        return _found(module, name)

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def load(self):
        data = self._file.read()
        self._data, self._at, self._stack, self._marks, self._memo = data, 0, [], [], {}
        while True:
            op = self._take(1)
            if op == b".":
                return self._stack.pop()
            method = _LOADERS.get(op)
            if method is None:
                raise UnpicklingError(f"invalid load key, {chr(op[0])!r}.")
            method(self)

    def _take(self, size):
        if self._at + size > len(self._data):
            raise EOFError("Ran out of input") if not self._data else UnpicklingError("pickle data was truncated")
        self._at += size
        return self._data[self._at - size:self._at]

    def _number(self, size, signed=False):
        return int.from_bytes(self._take(size), "little", signed=signed)

    def _line(self):
        end = self._data.index(b"\n", self._at)
        line, self._at = self._data[self._at:end], end + 1
        return line

    def _marked(self):
        at = self._marks.pop()
        items = self._stack[at:]
        del self._stack[at:]
        return items

    def _push(self, value):
        self._stack.append(value)

    def _tuple(self, size):
        items = tuple(self._stack[-size:])
        self._stack[-size:] = [items]

    def _put(self, pairs):
        target = self._stack[-1]
        for i in range(0, len(pairs), 2):
            target[pairs[i]] = pairs[i + 1]

    def _pair(self):
        value, key = self._stack.pop(), self._stack.pop()
        self._stack[-1][key] = value

    def _append(self):
        value = self._stack.pop()
        self._stack[-1].append(value)

    def _extend(self, name):
        items = self._marked()
        add = getattr(self._stack[-1], name)
        for each in items:
            add(each)

    def _global(self):
        name, module = self._stack.pop(), self._stack.pop()
        self._push(self.find_class(module, name))

    def _make(self, new):
        args, make = self._stack.pop(), self._stack.pop()
        self._push(make.__new__(make, *args) if new else make(*args))

    def _build(self):
        state, made = self._stack.pop(), self._stack[-1]
        if hasattr(type(made), "__setstate__"):
            made.__setstate__(state)
            return
        state, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
        if state:
            made.__dict__.update(state)
        for name, value in (slots or {}).items():
            object.__setattr__(made, name, value)


_LOADERS = {
    b"\x80": lambda self: self._take(1), b"\x95": lambda self: self._take(8), b"N": lambda self: self._push(None),
    b"\x88": lambda self: self._push(True), b"\x89": lambda self: self._push(False),
    b"K": lambda self: self._push(self._number(1)), b"M": lambda self: self._push(self._number(2)),
    b"J": lambda self: self._push(self._number(4, True)),
    b"\x8a": lambda self: self._push(self._number(self._number(1), True)),
    b"\x8b": lambda self: self._push(self._number(self._number(4), True)),
    b"G": lambda self: self._push(_float_of(self._take(8))),
    b"\x8c": lambda self: self._push(self._take(self._number(1)).decode("utf-8", "surrogatepass")),
    b"X": lambda self: self._push(self._take(self._number(4)).decode("utf-8", "surrogatepass")),
    b"C": lambda self: self._push(self._take(self._number(1))),
    b"B": lambda self: self._push(self._take(self._number(4))),
    b"\x94": lambda self: self._memo.__setitem__(len(self._memo), self._stack[-1]),
    b"q": lambda self: self._memo.__setitem__(self._number(1), self._stack[-1]),
    b"h": lambda self: self._push(self._memo[self._number(1)]), b"j": lambda self: self._push(self._memo[self._number(4)]),
    b"(": lambda self: self._marks.append(len(self._stack)), b")": lambda self: self._push(()),
    b"\x85": lambda self: self._tuple(1), b"\x86": lambda self: self._tuple(2), b"\x87": lambda self: self._tuple(3),
    b"t": lambda self: self._push(tuple(self._marked())), b"]": lambda self: self._push([]),
    b"}": lambda self: self._push({}), b"\x8f": lambda self: self._push(set()), b"a": lambda self: self._append(),
    b"e": lambda self: self._extend("append"), b"\x90": lambda self: self._extend("add"),
    b"\x91": lambda self: self._push(frozenset(self._marked())), b"s": lambda self: self._pair(),
    b"u": lambda self: self._put(self._marked()), b"\x93": lambda self: self._global(),
    b"c": lambda self: self._push(self.find_class(self._line().decode(), self._line().decode())),
    b"\x81": lambda self: self._make(True), b"R": lambda self: self._make(False), b"b": lambda self: self._build(),
    b"0": lambda self: self._stack.pop(), b"1": lambda self: self._marked(),
}


def dump(obj, file, protocol=None, **options):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, **options):
    from io import BytesIO
    file = BytesIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()


def load(file, **options):
    return Unpickler(file).load()


def loads(data, /, **options):
    from io import BytesIO
    if not isinstance(data, bytes):
        try:
            data = b"".join([data])
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    return Unpickler(BytesIO(data)).load()
