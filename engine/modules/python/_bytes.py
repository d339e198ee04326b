# bytearray and memoryview: loaded when a program names one of them. Specified in:
# https://docs.python.org/3.11/library/stdtypes.html#bytearray-objects
# What they have is kept as bytes in _data, where the machine looks for it too.
import sys

from _engine import matches_sequences as _matches_sequences, written_in_c as _written_in_c


def _bytes(value, what="a bytes-like object is required, not {!r}"):
    if isinstance(value, bytes):
        return value
    if isinstance(value, (bytearray, memoryview)):
        return value._data if isinstance(value, bytearray) else value.tobytes()
    raise TypeError(what.format(type(value).__name__))


def _byte(value):
    value = value.__index__() if hasattr(value, "__index__") else value
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not 0 <= value < 256:
        raise ValueError("byte must be in range(0, 256)")
    return bytes((value,))


def _delegated(*names, wrap):
    def method(name):
        def call(self, *args, **kwargs):
            return wrap(getattr(self._data, name)(*args, **kwargs))
        call.__name__, call.__qualname__ = name, f"bytearray.{name}"
        return call
    return {name: method(name) for name in names}


@_written_in_c
class bytearray:
    __module__ = "builtins"
    __slots__ = ("_data", "_views", "__weakref__")
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._data, self._views = b"", 0
        return self

    def __init__(self, source=b"", encoding=None, errors=None):
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            source = source.encode(encoding, errors or "strict")
        elif encoding is not None or errors is not None:
            raise TypeError("encoding without a string argument" if encoding is not None else
                            "errors without a string argument")
        elif isinstance(source, bytearray):
            source = source._data
        elif isinstance(source, int):
            if source < 0:
                raise ValueError("negative count")
            source = bytes(source)
        elif not isinstance(source, bytes):
            try:
                source = bytes(source)
            except TypeError as error:
                raise TypeError(error.args[0].replace("to bytes", "to bytearray")) from None
            except ValueError:
                raise ValueError("byte must be in range(0, 256)") from None
        self._data = source

    vars().update(_delegated(
        "count", "decode", "endswith", "find", "hex", "index", "isalnum", "isalpha", "isascii", "isdigit", "islower",
        "isspace", "istitle", "isupper", "rfind", "rindex", "startswith", wrap=lambda result: result))
    vars().update(_delegated(
        "capitalize", "center", "expandtabs", "join", "ljust", "lower", "lstrip", "removeprefix", "removesuffix",
        "replace", "rjust", "rstrip", "strip", "swapcase", "title", "translate", "upper", "zfill",
        wrap=lambda result: bytearray(result)))
    vars().update(_delegated("rsplit", "split", "splitlines", wrap=lambda parts: [bytearray(each) for each in parts]))
    vars().update(_delegated("partition", "rpartition", wrap=lambda parts: tuple([bytearray(each) for each in parts])))
    maketrans = staticmethod(bytes.maketrans)

    @classmethod
    def fromhex(cls, string, /):
        return cls(bytes.fromhex(string))

    def _become(self, data):
        if self._views and len(data) != len(self._data):
            raise BufferError("Existing exports of data: object cannot be re-sized")
        self._data = data

    def __repr__(self):
        return f"{type(self).__name__}({self._data!r})"

    __str__ = __repr__

    def __bytes__(self):
        return self._data

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        i = 0
        while i < len(self._data):
            yield self._data[i]
            i += 1

    def __reversed__(self):
        return reversed(list(self._data))

    def __contains__(self, item):
        return _bytes(item) in self._data if not isinstance(item, int) else item in self._data

    def __getitem__(self, index):
        if isinstance(index, slice):
            return bytearray(self._data[index])
        try:
            return self._data[index]
        except IndexError:
            raise IndexError("bytearray index out of range") from None
        except TypeError:
            raise TypeError(f"bytearray indices must be integers or slices, not {type(index).__name__}") from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            items = list(self._data)
            items[index] = _bytes(value) if isinstance(value, (bytes, bytearray, memoryview)) else bytes(value)
            return self._become(bytes(items))
        index = range(len(self._data))[index] if -len(self._data) <= index < len(self._data) else None
        if index is None:
            raise IndexError("bytearray index out of range")
        self._data = self._data[:index] + _byte(value) + self._data[index + 1:]

    def __delitem__(self, index):
        items = list(self._data)
        try:
            del items[index]
        except IndexError:
            raise IndexError("bytearray index out of range") from None
        self._become(bytes(items))

    def _other(self, other):
        return _bytes(other) if isinstance(other, (bytes, bytearray, memoryview)) else None

    def __eq__(self, other):
        other = self._other(other)
        return NotImplemented if other is None else self._data == other

    def _compared(name):
        def compare(self, other):
            other = self._other(other)
            return NotImplemented if other is None else getattr(self._data, name)(other)
        compare.__name__ = name
        return compare
    __lt__, __le__, __gt__, __ge__ = map(_compared, ("__lt__", "__le__", "__gt__", "__ge__"))
    del _compared

    def __add__(self, other):
        return bytearray(self._data + _bytes(other, "can't concat {} to bytearray"))

    def __radd__(self, other):
        return other + self._data if isinstance(other, bytes) else NotImplemented

    def __iadd__(self, other):
        self._become(self._data + _bytes(other, "can't concat {} to bytearray"))
        return self

    def __mul__(self, n):
        return bytearray(self._data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._become(self._data * n)
        return self

    def __mod__(self, args):
        return bytearray(self._data % args)

    def append(self, item, /):
        self._become(self._data + _byte(item))

    def extend(self, iterable, /):
        if isinstance(iterable, str):
            raise TypeError("expected iterable of integers; got: 'str'")
        self._become(self._data + (_bytes(iterable) if isinstance(iterable, (bytes, bytearray, memoryview)) else
                                   b"".join([_byte(item) for item in iterable])))

    def insert(self, index, item, /):
        self._become(self._data[:index] + _byte(item) + self._data[index:])

    def pop(self, index=-1, /):
        if not self._data:
            raise IndexError("pop from empty bytearray")
        if not -len(self._data) <= index < len(self._data):
            raise IndexError("pop index out of range")
        value = self._data[index]
        del self[index]
        return value

    def remove(self, value, /):
        at = self._data.find(_byte(value))
        if at < 0:
            raise ValueError("value not found in bytearray")
        del self[at]

    def reverse(self):
        self._data = self._data[::-1]

    def clear(self):
        self._become(b"")

    def copy(self):
        return bytearray(self._data)

    def __reduce_ex__(self, protocol):
        return type(self), (self._data,)

    if sys.version_info >= (3, 14):
        def resize(self, size, /):
            if size < 0:
                raise ValueError(f"bytearray.resize(): new size must be >= 0, got {size}")
            self._become(self._data[:size] + bytes(max(0, size - len(self._data))))

    if sys.version_info >= (3, 15):
        def take_bytes(self, n=None, /):
            size = len(self._data)
            if n is not None and not hasattr(n, "__index__"):
                raise TypeError("n must be an integer or None")
            end = size if n is None else n.__index__()
            if end < 0:
                end += size
            if not 0 <= end <= size:
                raise IndexError(f"can't take {end} bytes outside size {size}")
            taken = self._data[:end]
            self._become(self._data[end:])
            return taken


@_matches_sequences
@_written_in_c
class memoryview:
    __module__ = "builtins"
    __slots__ = ("obj", "_places", "readonly", "__weakref__")
    format, itemsize, ndim, suboffsets, contiguous, c_contiguous, f_contiguous = "B", 1, 1, (), True, True, True

    def __new__(cls, object):
        if isinstance(object, memoryview):
            return cls._of(object.obj, object._live(), object.readonly)
        if not isinstance(object, (bytes, bytearray)):
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        return cls._of(object, range(len(object)), isinstance(object, bytes))

    @classmethod
    def _of(cls, obj, places, readonly):
        self = super().__new__(cls)
        self.obj, self._places, self.readonly = obj, places, readonly
        if isinstance(obj, bytearray):
            obj._views += 1
        return self

    def _live(self):
        if self._places is None:
            raise ValueError("operation forbidden on released memoryview object")
        return self._places

    @property
    def _data(self):
        return self.tobytes()

    def release(self):
        if self._places is not None:
            self._places = None
            if isinstance(self.obj, bytearray):
                self.obj._views -= 1

    __del__ = release

    def __enter__(self):
        self._live()
        return self

    def __exit__(self, *exc):
        self.release()

    def tobytes(self, order=None):
        places, data = self._live(), _bytes(self.obj)
        if places.step == 1:
            return data[places.start:places.stop]
        return bytes([data[i] for i in places])

    __bytes__ = tobytes

    def tolist(self):
        return list(self.tobytes())

    def hex(self, *args):
        return self.tobytes().hex(*args)

    @property
    def nbytes(self):
        return len(self._live())

    @property
    def shape(self):
        return len(self._live()),

    @property
    def strides(self):
        return self._live().step,

    def __len__(self):
        return len(self._live())

    def __iter__(self):
        return iter(self.tobytes())

    def __getitem__(self, index):
        places = self._live()
        if isinstance(index, slice):
            return memoryview._of(self.obj, places[index], self.readonly)
        if not hasattr(index, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        try:
            return _bytes(self.obj)[places[index]]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None

    def __setitem__(self, index, value):
        places = self._live()
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(index, slice):
            value, chosen = _bytes(value), places[index]
            if len(value) != len(chosen):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for place, byte in zip(chosen, value):
                self.obj[place] = byte
            return
        try:
            place = places[index]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None
        if not isinstance(value, int):
            raise TypeError("memoryview: invalid type for format 'B'")
        if not 0 <= value < 256:
            raise ValueError("memoryview: invalid value for format 'B'")
        self.obj[place] = value

    def __eq__(self, other):
        if not isinstance(other, (bytes, bytearray, memoryview)):
            return NotImplemented
        return self.tobytes() == _bytes(other)

    def __hash__(self):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(self.tobytes())

    def toreadonly(self):
        return memoryview._of(self.obj, self._live(), True)

    def cast(self, format, shape=None):
        if format not in ("B", "b", "c", "@B"):
            raise NotImplementedError("memoryview.cast() knows bytes only here")
        return memoryview(self)

    def __repr__(self):
        return f"<{'memory' if self._places is not None else 'released memory'} at {id(self):#x}>"
