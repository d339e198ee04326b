# hashlib: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4). https://docs.python.org/3.11/library/hashlib.html
import sys as _sys
from math import isqrt as _isqrt, sin as _sin

algorithms_guaranteed = algorithms_available = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}


def _primes(count):
    found, n = [], 2
    while len(found) < count:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
        n += 1
    return found


def _cube_root(n):
    low, high = 0, 1 << n.bit_length() // 3 + 1
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle ** 3 <= n else (low, middle)
    return low


# The first bits of the fractions of square roots and cube roots, and of sines.
def _roots(primes, bits):
    return [_isqrt(p << 2 * bits) & (1 << bits) - 1 for p in primes]


_cubes = [_cube_root(p << 192) & (1 << 64) - 1 for p in _primes(80)]
_cubes32 = [each >> 32 for each in _cubes[:64]]
_sines = [int(abs(_sin(i + 1)) * 2**32) for i in range(64)]
_turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
_order = [lambda i: i, lambda i: (5 * i + 1) % 16, lambda i: (3 * i + 5) % 16, lambda i: 7 * i % 16]
_sha1_start = (0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
_first = _primes(16)


def _md5(state, block):
    words = [int.from_bytes(block[i:i + 4], "little") for i in range(0, 64, 4)]
    a, b, c, d = state
    for i in range(64):
        part = i // 16
        mixed = (b & c | ~b & d, d & b | ~d & c, b ^ c ^ d, c ^ (b | ~d & 0xffffffff))[part]
        sum = (a + mixed + _sines[i] + words[_order[part](i)]) & 0xffffffff
        by = _turns[part][i % 4]
        a, b, c, d = d, (b + (sum << by | sum >> 32 - by)) & 0xffffffff, b, c
    return [(x + y) & 0xffffffff for x, y in zip(state, (a, b, c, d))]


def _sha1(state, block):
    words = [int.from_bytes(block[i:i + 4], "big") for i in range(0, 64, 4)]
    for i in range(16, 80):
        each = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
        words.append((each << 1 | each >> 31) & 0xffffffff)
    a, b, c, d, e = state
    for i, word in enumerate(words):
        mixed = (b & c | ~b & d, b ^ c ^ d, b & c | b & d | c & d, b ^ c ^ d)[i // 20]
        constant = (0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6)[i // 20]
        sum = ((a << 5 | a >> 27) + mixed + e + constant + word) & 0xffffffff
        a, b, c, d, e = sum, a, (b << 30 | b >> 2) & 0xffffffff, c, d
    return [(x + y) & 0xffffffff for x, y in zip(state, (a, b, c, d, e))]


def _sha2(bits, constants, turns):
    mask, size = (1 << bits) - 1, bits // 8

    def turned(x, first, second, third):
        # The last one of the message's words is shifted, not turned: it is negative.
        last = x >> -third if third < 0 else x >> third | x << bits - third
        return (x >> first | x << bits - first) & mask ^ (x >> second | x << bits - second) & mask ^ last & mask

    def compress(state, block):
        words = [int.from_bytes(block[i:i + size], "big") for i in range(0, 16 * size, size)]
        for i in range(16, len(constants)):
            words.append((words[i - 16] + turned(words[i - 15], *turns[0]) + words[i - 7] +
                          turned(words[i - 2], *turns[1])) & mask)
        a, b, c, d, e, f, g, h = state
        for word, constant in zip(words, constants):
            first = h + turned(e, *turns[3]) + (e & f ^ ~e & g) + constant + word
            second = turned(a, *turns[2]) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (first + second) & mask, a, b, c, (d + first) & mask, e, f, g
        return [(x + y) & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return compress


_sha256 = _sha2(32, _cubes32, ((7, 18, -3), (17, 19, -10), (2, 13, 22), (6, 11, 25)))
_sha512 = _sha2(64, _cubes, ((1, 8, -7), (19, 61, -6), (28, 34, 39), (14, 18, 41)))
# What compresses a block, the first state, bytes of a word, of the digest, and their order.
_kinds = {
    "md5": (_md5, _sha1_start[:4], 4, 16, "little"),
    "sha1": (_sha1, _sha1_start, 4, 20, "big"),
    "sha224": (_sha256, [each & 0xffffffff for each in _roots(_first[8:], 64)], 4, 28, "big"),
    "sha256": (_sha256, _roots(_first[:8], 32), 4, 32, "big"),
    "sha384": (_sha512, _roots(_first[8:], 64), 8, 48, "big"),
    "sha512": (_sha512, _roots(_first[:8], 64), 8, 64, "big"),
}


class _Hash:
    __module__, __qualname__ = "_hashlib", "HASH"

    def __init__(self, name, data):
        self._compress, self._state, self._word, self.digest_size, self._byteorder = _kinds[name]
        self.name, self.block_size, self._rest, self._length = name, 16 * self._word, b"", 0
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, bytes):
            raise TypeError("object supporting the buffer API required")
        self._length += len(data)
        rest = self._rest + data
        whole = len(rest) - len(rest) % self.block_size
        for at in range(0, whole, self.block_size):
            self._state = self._compress(self._state, rest[at:at + self.block_size])
        self._rest = rest[whole:]

    def digest(self):
        state, size, rest = self._state, self.block_size, self._rest + b"\x80"
        length = 2 * self._word
        rest += b"\0" * ((-len(rest) - length) % size) + (8 * self._length).to_bytes(length, self._byteorder)
        for at in range(0, len(rest), size):
            state = self._compress(state, rest[at:at + size])
        return b"".join(each.to_bytes(self._word, self._byteorder) for each in state)[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = _Hash(self.name, b"")
        made._state, made._rest, made._length = self._state, self._rest, self._length
        return made

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


def new(name, data=b"", *, usedforsecurity=True):
    if name.lower() not in _kinds:
        raise ValueError(f"unsupported hash {'algorithm' if _sys.version_info >= (3, 15) else 'type'} {name}")
    return _Hash(name.lower(), data)


def md5(string=b"", *, usedforsecurity=True):
    return _Hash("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    return _Hash("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    return _Hash("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    return _Hash("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    return _Hash("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    return _Hash("sha512", string)
