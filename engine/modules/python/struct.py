# struct: numbers as bytes. Specified in: https://docs.python.org/3.11/library/struct.html
import sys as _sys
from math import copysign as _copysign, frexp as _frexp, isinf as _isinf, ldexp as _ldexp

from _engine import written_in_c as _written_in_c

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]
_SINCE_3_14, _SINCE_3_15 = _sys.version_info >= (3, 14), _sys.version_info >= (3, 15)
_sizes = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8,
          "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_floats = {"e": 5, "f": 8, "d": 11}  # bits of the exponent
_complex = {}
if _SINCE_3_14:
    _sizes.update(F=8, D=16)
    _complex = {"F": "f", "D": "d"}
_native_sizes = {**_sizes, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_short = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


class error(Exception):
    __module__ = "struct"


def _float_bits(x, code):
    exponent_bits, size = _floats[code], 8 * _sizes[code]
    bits, bias = size - 1 - exponent_bits, (1 << exponent_bits - 1) - 1
    infinite = (2 * bias + 1) << bits
    if x != x:
        number = infinite | 1 << bits - 1
    elif _isinf(x):
        number = infinite
    else:
        fraction, exponent = _frexp(abs(x))
        if not x or exponent < 2 - bias:
            number = round(_ldexp(abs(x), bias - 1 + bits))
        else:
            number = (exponent + bias - 2 << bits) + round(_ldexp(fraction, bits + 1))
        if number >= infinite:
            raise OverflowError(f"float too large to pack with {code} format")
    return number | (_copysign(1, x) < 0) << size - 1


def _bits_float(number, code):
    exponent_bits, size = _floats[code], 8 * _sizes[code]
    bits, bias = size - 1 - exponent_bits, (1 << exponent_bits - 1) - 1
    exponent, fraction = number >> bits & 2 * bias + 1, number & (1 << bits) - 1
    if exponent > 2 * bias:
        x = float("nan" if fraction else "inf")
    elif exponent:
        x = _ldexp(fraction | 1 << bits, exponent - bias - bits)
    else:
        x = _ldexp(fraction, 1 - bias - bits)
    return -x if number >> size - 1 else x


def _integer(value, code, size, native):
    try:
        value = value.__index__()
    except AttributeError:
        raise error("required argument is not an integer") from None
    if code == "P":
        return value & 2**64 - 1
    signed = code in "bhilqn"
    low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    if low <= value <= high:
        return value & (1 << 8 * size) - 1
    if not _SINCE_3_14:
        if code in _short:
            raise error(f"{_short[code]} format requires {low} <= number <= {high}")
        if size == 8 or code in "IL" and value < 0:
            raise error("argument out of range")
    raise error(f"'{code}' format requires {low} <= number <= {high}")


def _packed(value, code, size, order, native):
    if code == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if code == "?":
        return b"\1" if value else b"\0"
    if code in _floats:
        try:
            value = value if isinstance(value, float) else float(value) if not isinstance(value, str) else None
            number = _float_bits(value, code)
        except OverflowError:
            if not isinstance(value, float):
                raise error("required argument is not a float") from None
            if not native or _SINCE_3_14 or code != "f":
                raise
            number = _float_bits(_copysign(float("inf"), value), code)
        except TypeError:
            raise error("required argument is not a float") from None
    elif code in _complex:
        try:
            value = complex(value) if not isinstance(value, str) else None
            parts = value.real, value.imag
        except (TypeError, AttributeError):
            raise error("required argument is not a complex") from None
        return b"".join([_packed(part, _complex[code], size // 2, order, native) for part in parts])
    else:
        number = _integer(value, code, size, native)
    return number.to_bytes(size, order)


def _unpacked(data, code, size, order):
    if code == "c":
        return data
    if code == "?":
        return data != b"\0"
    if code in _floats:
        return _bits_float(int.from_bytes(data, order), code)
    if code in _complex:
        return complex(*[_unpacked(data[i:i + size // 2], _complex[code], size // 2, order) for i in (0, size // 2)])
    return int.from_bytes(data, order, signed=code in "bhilqn")


def _buffer(data):
    if isinstance(data, bytes):
        return data
    if isinstance(data, (bytearray, memoryview)) or hasattr(data, "tobytes"):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


@_written_in_c
class Struct:
    __module__ = "_struct"
    __slots__ = ("format", "size", "_native", "_order", "_items", "__weakref__")

    def __init__(self, format):
        if isinstance(format, bytes):
            format = format.decode("latin-1")
        if not isinstance(format, str):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        if not format.isascii():
            if _SINCE_3_15:
                raise ValueError("non-ASCII character in struct format")
            format.encode("ascii")
        self.format = format
        self._native = format[:1] in ("", "@") or format[0] not in "=<>!"
        self._order = "big" if format[:1] in (">", "!") else "little"
        self._read(format[1:] if format[:1] in tuple("@=<>!") else format)

    # (offset, code, count of bytes) of each item, and the size of all.
    def _read(self, codes):
        sizes, offset, i = _native_sizes if self._native else _sizes, 0, 0
        self._items = items = []
        while i < len(codes):
            if codes[i] in " \t\n\v\f\r":
                i += 1
                continue
            start = i
            while i < len(codes) and "0" <= codes[i] <= "9":
                i += 1
            if i == len(codes):
                raise error("repeat count given without format specifier")
            count, code = int(codes[start:i] or 1), codes[i]
            i += 1
            if code not in sizes:
                raise error("bad char in struct format")
            size = sizes[code]
            if self._native:
                offset += -offset % (size // 2 if code in _complex else size)
            if offset + count * size >= 2**63:
                raise error("total struct size too long")
            if code in "sp":
                items.append((offset, code, count))
            elif code != "x":
                items += [(at, code, size) for at in range(offset, offset + count * size, size)]
            offset += count * size
        self.size = offset

    def __repr__(self):
        return f"Struct({self.format!r})" if _sys.version_info >= (3, 13) else object.__repr__(self)

    def pack(self, *values):
        if len(values) != len(self._items):
            raise error(f"pack expected {len(self._items)} items for packing (got {len(values)})")
        return self._pack(values)

    def _pack(self, values):
        made, end = [], 0
        for (offset, code, size), value in zip(self._items, values):
            if code in "sp":
                if not isinstance(value, (bytes, bytearray)):
                    raise error(f"argument for '{code}' must be a bytes object")
                data = bytes(value)
                if code == "p" and size:
                    data = data[:min(size - 1, 255)]
                    data = bytes((len(data),)) + data
                data = data[:size].ljust(size, b"\0")
            else:
                data = _packed(value, code, size, self._order, self._native)
            made += bytes(offset - end), data
            end = offset + size
        return b"".join(made) + bytes(self.size - end)

    def _place(self, length, offset, into):
        offset, size = offset.__index__() if hasattr(offset, "__index__") else offset, self.size
        if not isinstance(offset, int):
            raise TypeError(f"'{type(offset).__name__}' object cannot be interpreted as an integer")
        name, verb = ("pack_into", "packing") if into else ("unpack_from", "unpacking")
        if offset < 0:
            if offset + size > 0:
                raise error(f"no space to pack {size} bytes at offset {offset}" if into else
                            f"not enough data to unpack {size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < size:
            raise error(f"{name} requires a buffer of at least {size + offset} bytes for {verb} {size} bytes at "
                        f"offset {offset} (actual buffer size is {length})")
        return offset

    def pack_into(self, buffer, offset, /, *values):
        if not isinstance(buffer, (bytearray, memoryview)) and not hasattr(buffer, "frombytes"):
            name = "pack_into() argument 2" if _SINCE_3_15 else "argument"
            raise TypeError(f"{name} must be read-write bytes-like object, not {type(buffer).__name__}")
        if len(values) != len(self._items):
            raise error(f"pack_into expected {len(self._items)} items for packing (got {len(values)})")
        offset = self._place(len(buffer), offset, True)
        buffer[offset:offset + self.size] = self._pack(values)

    def unpack(self, buffer, /):
        data = _buffer(buffer)
        if len(data) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpack(data)

    def _unpack(self, data):
        values = []
        for offset, code, size in self._items:
            each = data[offset:offset + size]
            if code == "p":
                each = each[1:1 + each[0]] if each else each
            elif code != "s":
                each = _unpacked(each, code, size, self._order)
            values.append(each)
        return tuple(values)

    def unpack_from(self, buffer, offset=0):
        data = _buffer(buffer)
        offset = self._place(len(data), offset, False)
        return self._unpack(data[offset:offset + self.size])

    def iter_unpack(self, buffer, /):
        data = _buffer(buffer)
        if not self.size:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(data) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return map(self._unpack, [data[i:i + self.size] for i in range(0, len(data), self.size)])


_known = {}


def _struct(format):
    made = _known.get(format)
    if made is None:
        made = _known[format] = Struct(format)
    return made


def calcsize(format, /):
    return _struct(format).size


def pack(*values):
    if not values:
        raise TypeError("pack expected at least 1 argument, got 0" if _SINCE_3_15 else "missing format argument")
    return _struct(values[0]).pack(*values[1:])


def pack_into(format, buffer, *values):
    if not values:
        if _SINCE_3_15:
            raise TypeError("pack_into expected at least 3 arguments, got 2")
        raise error("pack_into expected offset argument")
    _struct(format).pack_into(buffer, *values)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
