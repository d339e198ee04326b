# uuid (RFC 9562), from random's sequence and the virtual clock: the same in every run.
# Specified in: https://docs.python.org/3.11/library/uuid.html
import sys as _sys
import time as _time
from enum import Enum as _Enum
from random import SystemRandom as _SystemRandom

_bits = _SystemRandom().getrandbits
_int, _bytes = int, bytes
RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility",
    "reserved for future definition")
_SINCE_3_14 = _sys.version_info >= (3, 14)


class SafeUUID(_Enum):
    safe, unsafe, unknown = 0, -1, None


# (words for a field's place, its bits, how far it is from the end)
_fields = ("32-bit", 32, 96), ("16-bit", 16, 80), ("16-bit", 16, 64), ("8-bit", 8, 56), ("8-bit", 8, 48), ("48-bit", 48, 0)


def _of_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for i, (value, (words, size, shift)) in enumerate(zip(fields, _fields), 1):
        if not 0 <= value < 1 << size:
            raise ValueError(f"field {i} out of range (need a{'n' * (size == 8)} {words} value)")
        number |= value << shift
    return number


def _turned(data):
    return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]


class UUID:
    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            text = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(text) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(text, 16)
        elif bytes is not None or bytes_le is not None:
            data = bytes if bytes_le is None else bytes_le
            if len(data) != 16:
                raise ValueError(f"{'bytes' if bytes_le is None else 'bytes_le'} is not a 16-char string")
            int = _int.from_bytes(data if bytes_le is None else _turned(data), "big")
        elif fields is not None:
            int = _of_fields(fields)
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= (8 if _SINCE_3_14 else 5):
                raise ValueError("illegal version number")
            int = int & ~(0xf000 << 64 | 0xc000 << 48) | version << 76 | 0x8000 << 48
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __getstate__(self):
        return {"int": self.int} if self.is_safe is SafeUUID.unknown else {"int": self.int, "is_safe": self.is_safe.value}

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID(state.get("is_safe")))

    def _field(i):
        _, size, shift = _fields[i]
        return property(lambda self: self.int >> shift & (1 << size) - 1)
    time_low, time_mid, time_hi_version, clock_seq_hi_variant, clock_seq_low, node = map(_field, range(6))
    del _field

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                self.node)

    @property
    def time(self):
        if self.version == 6 and _SINCE_3_14:
            return self.time_low << 28 | self.time_mid << 12 | self.time_hi_version & 0xfff
        if self.version == 7 and _SINCE_3_14:
            return self.int >> 80
        return (self.time_hi_version & 0xfff) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def urn(self):
        return f"urn:uuid:{self}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def bytes_le(self):
        return _turned(self.bytes)

    @property
    def variant(self):
        top = self.int >> 61 & 7
        return RESERVED_NCS if top < 4 else RFC_4122 if top < 6 else RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None

    def __str__(self):
        text = self.hex
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __int__(self):
        return self.int

    def __hash__(self):
        return hash(self.int)

    def _compared(name):
        def compare(self, other):
            return getattr(self.int, name)(other.int) if isinstance(other, UUID) else NotImplemented
        compare.__name__ = name
        return compare
    __eq__, __lt__, __le__, __gt__, __ge__ = map(_compared, ("__eq__", "__lt__", "__le__", "__gt__", "__ge__"))
    del _compared


_node = None


def getnode():
    # Not a machine's: one that says so, by its multicast bit.
    global _node
    if _node is None:
        _node = _bits(48) | 1 << 40
    return _node


_last = 0


def _ticks():
    # 100 nanoseconds each, since the calendar of today began; never twice the same.
    global _last
    _last = max(_last + 1, _time.time_ns() // 100 + 0x01b21dd213814000)
    return _last


def _timed(fields, node, clock_seq, version):
    clock_seq = _bits(14) if clock_seq is None else clock_seq
    low, middle, high = fields
    return UUID(fields=(low, middle, high, clock_seq >> 8 & 0x3f, clock_seq & 0xff,
                        getnode() if node is None else node & (1 << 48) - 1), version=version)


def uuid1(node=None, clock_seq=None):
    ticks = _ticks()
    return _timed((ticks & 0xffffffff, ticks >> 32 & 0xffff, ticks >> 48 & 0xfff), node, clock_seq, 1)


def _named(kind, namespace, name, version):
    data = namespace.bytes + (_bytes(name, "utf-8") if isinstance(name, str) else name)
    import hashlib
    return UUID(bytes=getattr(hashlib, kind)(data).digest()[:16], version=version)


def uuid3(namespace, name):
    return _named("md5", namespace, name, 3)


def uuid4():
    return UUID(int=_bits(128), version=4)


def uuid5(namespace, name):
    return _named("sha1", namespace, name, 5)


NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = [
    UUID(f"6ba7b81{i}-9dad-11d1-80b4-00c04fd430c8") for i in (0, 1, 2, 4)]

if _SINCE_3_14:
    NIL, MAX = UUID(int=0), UUID(int=2**128 - 1)
    _last_7 = (0, 0)

    def uuid6(node=None, clock_seq=None):
        ticks = _ticks()
        return _timed((ticks >> 28 & 0xffffffff, ticks >> 12 & 0xffff, ticks & 0xfff), node, clock_seq, 6)

    def uuid7():
        # Within a millisecond a counter goes on.
        global _last_7
        now = _time.time_ns() // 1000000
        then, counter = _last_7
        if now > then:
            counter = _bits(41)
        else:
            now, counter = then, counter + 1
        _last_7 = now, counter
        return UUID(int=now << 80 | counter >> 30 << 64 | (counter & (1 << 30) - 1) << 32 | _bits(32), version=7)

    def uuid8(a=None, b=None, c=None):
        a, b, c = [_bits(size) if each is None else each for each, size in ((a, 48), (b, 12), (c, 62))]
        return UUID(int=(a & (1 << 48) - 1) << 80 | (b & 0xfff) << 64 | c & (1 << 62) - 1, version=8)
