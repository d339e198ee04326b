# array: numbers of one kind. Specified in: https://docs.python.org/3.11/library/array.html
import sys as _sys
from _engine import GenericAlias as _GenericAlias, matches_sequences as _matches_sequences, written_in_c as _written_in_c
from struct import error as _error, Struct as _Struct

_SINCE_3_13, _SINCE_3_15 = _sys.version_info >= (3, 13), _sys.version_info >= (3, 15)
_codes = {code: _Struct(code) for code in "bBuwhHiIlLqQefd" if code not in "uw"}
_codes["u"] = _codes["w"] = _Struct("I")
_kinds = ("b B u w h H i I l L q Q e f d Zf Zd" if _SINCE_3_15 else
          "b B u w h H i I l L q Q f d" if _SINCE_3_13 else "b B u h H i I l L q Q f d").split()
if _SINCE_3_15:
    _codes["Zf"], _codes["Zd"] = _Struct("F"), _Struct("D")
typecodes = tuple(_kinds) if _SINCE_3_15 else "".join(_kinds)
_names = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
          "i": "signed integer", "I": "unsigned int"}


@_matches_sequences
@_written_in_c
class array:
    __slots__ = ("typecode", "_items", "__weakref__")
    __hash__ = None
    if _sys.version_info >= (3, 12):
        __class_getitem__ = classmethod(_GenericAlias)

    def __new__(cls, *args):
        if not 0 < len(args) < 3:
            raise TypeError(f"array() takes at {'most 2 arguments' if args else 'least 1 argument'} "
                            f"({len(args)} given)")
        code = args[0]
        if not isinstance(code, str):
            raise TypeError(f"array() argument 1 must be {'str' if _SINCE_3_15 else 'a unicode character'}, not "
                            f"{type(code).__name__}")
        if len(code) != 1 and not _SINCE_3_15:
            raise TypeError("array() argument 1 must be a unicode character, not " +
                            (f"a string of length {len(code)}" if _SINCE_3_13 else "str"))
        if code not in _kinds:
            raise ValueError(f"bad typecode (must be {', '.join(_kinds[:-1])} or {_kinds[-1]})")
        if code == "u" and _SINCE_3_13:
            from warnings import warn
            warn("The 'u' type code is deprecated and will be removed in Python 3.16", DeprecationWarning, 1)
        self = object.__new__(cls)
        self.typecode, self._items = code, []
        if len(args) > 1:
            self._fill(args[1])
        return self

    def _fill(self, initial):
        if isinstance(initial, str):
            if self.typecode not in ("u", "w"):
                raise TypeError(f"cannot use a str to initialize an array with typecode '{self.typecode}'")
            self._items = list(initial)
        elif isinstance(initial, (bytes, bytearray)):
            self.frombytes(initial)
        else:
            self.extend(initial if not isinstance(initial, array) else initial.tolist())

    @property
    def itemsize(self):
        return _codes[self.typecode].size

    def _checked(self, value):
        code = self.typecode
        if code in ("u", "w"):
            if not isinstance(value, str) or len(value) != 1:
                if not _SINCE_3_13:
                    raise TypeError("array item must be unicode character")
                what = f"a string of length {len(value)}" if isinstance(value, str) else type(value).__name__
                raise TypeError(f"array item must be a unicode character, not {what}")
            return value
        if code in ("Zf", "Zd"):
            value = complex(value) if not isinstance(value, str) else None
            if value is None:
                raise TypeError("must be complex number, not str")
        elif code in "efd":
            if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            value = float(value)
        else:
            if not hasattr(value, "__index__"):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            value, size = value.__index__(), 8 * self.itemsize
            low, high = (-(1 << size - 1), (1 << size - 1) - 1) if code in "bhilq" else (0, (1 << size) - 1)
            if low <= value <= high:
                return value
            if code not in _names or code == "I":
                raise OverflowError(f"can't convert negative value to unsigned int" if value < 0 == low else
                                    "int too big to convert" if code in "qQlL" else
                                    f"{_names[code]} is greater than maximum")
            name = _names[code]
            if value < low and code == "h":
                name = "signed short integer"
            raise OverflowError(f"{name} is {'less than minimum' if value < low else 'greater than maximum'}")
        return value if code in ("d", "Zd") else _codes[code].unpack(_codes[code].pack(value))[0]

    def append(self, v, /):
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items += bb._items
            return
        for each in bb:
            self._items.append(self._checked(each))

    def insert(self, i, v, /):
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(i)

    def remove(self, v, /):
        if v not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(v)

    def index(self, v, start=0, stop=_sys.maxsize, /):
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    if _SINCE_3_13:
        def clear(self):
            self._items.clear()

    def tolist(self):
        return list(self._items)

    def fromlist(self, list, /):
        if type(list).__name__ != "list":
            raise TypeError("arg must be list")
        self._items += [self._checked(each) for each in list]

    def tobytes(self):
        pack = _codes[self.typecode].pack
        return b"".join([pack(ord(each) if self.typecode in ("u", "w") else each) for each in self._items])

    __bytes__ = tobytes

    def frombytes(self, buffer, /):
        if not isinstance(buffer, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
        if len(buffer) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        values = [each for each, in _codes[self.typecode].iter_unpack(bytes(buffer))]
        self._items += map(chr, values) if self.typecode in ("u", "w") else values

    def fromunicode(self, ustr, /):
        self._of_text("fromunicode")
        self._items += ustr

    def tounicode(self):
        self._of_text("tounicode")
        return "".join(self._items)

    def _of_text(self, name):
        if self.typecode not in ("u", "w"):
            raise ValueError(f"{name}() may only be called on unicode type arrays" +
                             " ('u' or 'w')" * _SINCE_3_13)

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def buffer_info(self):
        return id(self), len(self._items)

    def byteswap(self):
        data, size = self.tobytes(), self.itemsize
        self._items = []
        self.frombytes(b"".join([data[i:i + size][::-1] for i in range(0, len(data), size)]))

    def _with(self, items):
        made = object.__new__(type(self))
        made.typecode, made._items = self.typecode, items
        return made

    def __copy__(self):
        return self._with(list(self._items))

    def __deepcopy__(self, unused, /):
        return self._with(list(self._items))

    def __reduce_ex__(self, value, /):
        return type(self), (self.typecode, list(self._items))

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        return f"array('{self.typecode}', {self.tounicode() if self.typecode in ('u', 'w') else self._items!r})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._with(self._items[index])
        return self._items[self._at(index, "array index out of range")]

    def _at(self, index, words):
        if not hasattr(index, "__index__"):
            raise TypeError("array indices must be integers")
        index = index.__index__()
        if not -len(self._items) <= index < len(self._items):
            raise IndexError(words)
        return index

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._items[self._at(index, "array assignment index out of range")] = self._checked(value)
        elif isinstance(value, array):
            if value.typecode != self.typecode:
                raise TypeError("bad argument type for built-in operation")
            self._items[index] = list(value._items)
        else:
            raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')

    def __delitem__(self, index):
        del self._items[index if isinstance(index, slice) else
                        self._at(index, "array assignment index out of range")]

    def _of_kind(self, other, verb):
        if not isinstance(other, array):
            raise TypeError(f'can only {verb} array (not "{type(other).__name__}") to array' if verb == "append" else
                            f'can only extend with array (not "{type(other).__name__}")')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation" if verb == "append" else
                            "can only extend with array of same kind")
        return other._items

    def __add__(self, other):
        return self._with(self._items + self._of_kind(other, "append"))

    def __iadd__(self, other):
        self._items += self._of_kind(other, "extend")
        return self

    def __mul__(self, n):
        return self._with(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def _compared(name):
        def compare(self, other):
            return getattr(self._items, name)(other._items) if isinstance(other, array) else NotImplemented
        compare.__name__ = name
        return compare
    __eq__, __ne__, __lt__, __le__, __gt__, __ge__ = map(
        _compared, ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"))
    del _compared


ArrayType = array
