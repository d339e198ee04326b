# hashlib: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 (FIPS 202), BLAKE2 (RFC 7693), PBKDF2 (RFC 8018).
# https://docs.python.org/3.11/library/hashlib.html
import sys as _sys
import _hash as _native
from math import isqrt as _isqrt, sin as _sin

_SINCE_3_14, _SINCE_3_15 = _sys.version_info >= (3, 14), _sys.version_info >= (3, 15)
algorithms_guaranteed = algorithms_available = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128",
    "shake_256", "blake2b", "blake2s"}


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


def _packed(words, size, order="big"):
    return b"".join([each.to_bytes(size, order) for each in words])


_cubes, _first = [_cube_root(p << 192) & (1 << 64) - 1 for p in _primes(80)], _primes(16)
_sha1_start = (0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
_constants32, _constants64 = _packed([each >> 32 for each in _cubes[:64]], 4), _packed(_cubes, 8)
_sha256_start, _sha512_start = _roots(_first[:8], 32), _roots(_first[:8], 64)
# What goes through blocks, the first state, its constants; bytes of a word, of the digest, and their order.
_kinds = {
    "md5": (_native.md5, _packed(_sha1_start[:4], 4, "little"),
            _packed([int(abs(_sin(i + 1)) * 2**32) for i in range(64)], 4, "little"), 4, 16, "little"),
    "sha1": (_native.sha1, _packed(_sha1_start, 4), b"", 4, 20, "big"),
    "sha224": (_native.sha256, _packed([each & 0xffffffff for each in _roots(_first[8:], 64)], 4), _constants32, 4, 28, "big"),
    "sha256": (_native.sha256, _packed(_sha256_start, 4), _constants32, 4, 32, "big"),
    "sha384": (_native.sha512, _packed(_roots(_first[8:], 64), 8), _constants64, 8, 48, "big"),
    "sha512": (_native.sha512, _packed(_sha512_start, 8), _constants64, 8, 64, "big"),
}


class _Hash:
    __module__, __qualname__ = "_hashlib", "HASH"

    def __init__(self, name, data):
        self._over_blocks, self._state, self._constants, self._word, self.digest_size, self._byteorder = _kinds[name]
        self.name, self.block_size, self._rest, self._length = name, 16 * self._word, b"", 0
        self.update(data)

    def update(self, data, /):
        self._length += len(data := _bytes(data))
        rest = self._rest + data
        whole = len(rest) - len(rest) % self.block_size
        if whole:
            self._state = self._over_blocks(self._state, rest[:whole], self._constants)
        self._rest = rest[whole:]

    def digest(self):
        size, rest = self.block_size, self._rest + b"\x80"
        length = 2 * self._word
        rest += b"\0" * ((-len(rest) - length) % size) + (8 * self._length).to_bytes(length, self._byteorder)
        return self._over_blocks(self._state, rest, self._constants)[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = object.__new__(type(self))
        vars(made).update(vars(self))
        return made

    def __repr__(self):
        return f"<{self.name} {type(self).__module__}.{type(self).__qualname__} object @ {id(self):#x}>"


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError("object supporting the buffer API required")
    return bytes(data)


# --- SHA-3: a sponge of 25 lanes of 64 bits ---

_MASK = (1 << 64) - 1


def _keccak_constants():
    # The bits of a shift register say which of the bits 0, 1, 3, 7 ... are set.
    register, constants = 1, []
    for _ in range(24):
        constant = 0
        for j in range(7):
            constant ^= (register & 1) << (1 << j) - 1
            register = register << 1 ^ (register >> 7) * 0x171
        constants.append(constant)
    turns, (x, y) = [0] * 25, (1, 0)
    for t in range(24):
        turns[x + 5 * y] = (t + 1) * (t + 2) // 2 % 64
        x, y = y, (2 * x + 3 * y) % 5
    return constants, turns


_keccak = []


def _permuted(lanes):
    if not _keccak:
        _keccak.extend(_keccak_constants())
    constants, turns = _keccak
    for constant in constants:
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        mixed = [0] * 25
        for x in range(5):
            next = columns[(x + 1) % 5]
            change = columns[x - 1] ^ (next << 1 & _MASK | next >> 63)
            for y in range(0, 25, 5):
                lane, by = lanes[x + y] ^ change, turns[x + y]
                mixed[y // 5 + 5 * ((2 * x + 3 * y // 5) % 5)] = (lane << by | lane >> 64 - by) & _MASK
        lanes = [mixed[y + x] ^ (~mixed[y + (x + 1) % 5] & mixed[y + (x + 2) % 5]) for y in range(0, 25, 5) for x in range(5)]
        lanes[0] ^= constant
    return lanes


def _absorbed(lanes, block):
    words = [int.from_bytes(block[i:i + 8], "little") for i in range(0, len(block), 8)]
    return _permuted([lane ^ word for lane, word in zip(lanes, words)] + lanes[len(words):])


class _InBlocks(_Hash):
    # Those that are gone through here: compresses whole blocks, but leaves the last `kept` bytes.
    def _take(self, data, kept):
        rest, size = self._rest + data, self.block_size
        whole = max(0, len(rest) - kept) // size * size
        for at in range(0, whole, size):
            self._state = self._compress(self._state, rest[at:at + size])
        self._rest = rest[whole:]


class _Sponge(_InBlocks):
    __module__ = "_sha3"

    def __init__(self, name, data):
        self.name, bits = name, int(name[-3:])
        self._ending, self.digest_size = (b"\x1f", 0) if name[:5] == "shake" else (b"\x06", bits // 8)
        self.block_size, self._state, self._rest, self._compress = 200 - bits // 4, [0] * 25, b"", _absorbed
        self.update(data)

    def update(self, data, /):
        self._take(_bytes(data), 0)

    def _squeezed(self, length):
        last = bytearray((self._rest + self._ending).ljust(self.block_size, b"\0"))
        last[-1] |= 0x80
        lanes, made = _absorbed(self._state, bytes(last)), b""
        while True:
            made += b"".join([lane.to_bytes(8, "little") for lane in lanes])[:self.block_size]
            if len(made) >= length:
                return made[:length]
            lanes = _permuted(lanes)

    def digest(self):
        return self._squeezed(self.digest_size)


class _Shake(_Sponge):
    def digest(self, length):
        return self._squeezed(length)

    def hexdigest(self, length):
        return self._squeezed(length).hex()


# --- BLAKE2 ---

# The order of the words in each round.
_orders = [[int(each, 16) for each in row] for row in (
    "0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8 905724afe1bc683d 2c6a0b834d75fe19 "
    "c51fed4a0763928b db7ec13950f4862a 6fe9b308c2d714a5 a2847615fb9e3cd0").split()]
_quarters = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13),
             (3, 4, 9, 14)]


class _Blake(_InBlocks):
    __module__ = "_blake2"
    digest_size, block_size = property(lambda self: self._digest_size), property(lambda self: 16 * self._word)

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
                 node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        data, most, word = _bytes(data), self.MAX_DIGEST_SIZE, self._word
        digest_size = most if digest_size is None else digest_size
        if not 1 <= digest_size <= most:
            words = (f", got {digest_size}" if _SINCE_3_15 else f", here it is {digest_size}") * _SINCE_3_14
            whose = f" for {self.name if _SINCE_3_15 else self.name.capitalize()}" * _SINCE_3_14
            raise ValueError(f"digest_size{whose} must be between 1 and {most} bytes{words}")
        for name, given, size in (("salt", salt, self.SALT_SIZE), ("person", person, self.PERSON_SIZE),
                                  ("key", key, most)):
            if len(given) > size:
                got = f", got {len(given)}" * _SINCE_3_15
                raise ValueError(f"maximum {name} length is {size} bytes{got}")
        offset = node_offset.to_bytes(8 if word == 8 else 6, "little")
        parameters = (bytes((digest_size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little") + offset +
                      bytes((node_depth, inner_size)) + bytes(14 if word == 8 else 0) +
                      bytes(salt).ljust(self.SALT_SIZE, b"\0") + bytes(person).ljust(self.PERSON_SIZE, b"\0"))
        self._digest_size, self._length, self._rest = digest_size, 0, b""
        self._state = [start ^ int.from_bytes(parameters[i * word:(i + 1) * word], "little")
                       for i, start in enumerate(self._start)]
        self._last_node = last_node
        if key:
            self.update(bytes(key).ljust(self.block_size, b"\0"))
        self.update(data)

    def update(self, data, /):
        self._take(_bytes(data), 1)  # the last block is another

    def _compress(self, state, block, last=False):
        word, mask = self._word, (1 << 8 * self._word) - 1
        self._length += len(block) if not last else len(self._rest)
        words = [int.from_bytes(block[i:i + word], "little") for i in range(0, len(block), word)]
        v = [*state, *self._start]
        v[12] ^= self._length & mask
        v[13] ^= self._length >> 8 * word
        if last:
            v[14] ^= mask
            v[15] ^= mask * self._last_node
        first, second, third, fourth = self._turns
        bits = 8 * word
        for round in range(self._rounds):
            order = _orders[round % 10]
            for i, (a, b, c, d) in enumerate(_quarters):
                for x, by_d, by_b in ((words[order[2 * i]], first, second), (words[order[2 * i + 1]], third, fourth)):
                    v[a] = v[a] + v[b] + x & mask
                    turned = v[d] ^ v[a]
                    v[d] = (turned >> by_d | turned << bits - by_d) & mask
                    v[c] = v[c] + v[d] & mask
                    turned = v[b] ^ v[c]
                    v[b] = (turned >> by_b | turned << bits - by_b) & mask
        return [old ^ v[i] ^ v[i + 8] for i, old in enumerate(state)]

    def digest(self):
        length = self._length
        state = self._compress(self._state, self._rest.ljust(self.block_size, b"\0"), True)
        self._length = length
        return b"".join([each.to_bytes(self._word, "little") for each in state])[:self.digest_size]


class blake2b(_Blake):
    __qualname__ = name = "blake2b"
    MAX_DIGEST_SIZE, MAX_KEY_SIZE, SALT_SIZE, PERSON_SIZE = 64, 64, 16, 16
    _word, _rounds, _turns, _start = 8, 12, (32, 24, 16, 63), _sha512_start


class blake2s(_Blake):
    __qualname__ = name = "blake2s"
    MAX_DIGEST_SIZE, MAX_KEY_SIZE, SALT_SIZE, PERSON_SIZE = 32, 32, 8, 8
    _word, _rounds, _turns, _start = 4, 10, (16, 12, 8, 7), _sha256_start


# --- by name ---

def new(name, data=b"", *, usedforsecurity=True):
    if name.lower().replace("-", "_") not in algorithms_available:
        raise ValueError(f"unsupported hash {'algorithm' if _SINCE_3_15 else 'type'} {name}")
    return globals()[name.lower().replace("-", "_")](data)


def _made(name):
    kind = _Shake if name[:5] == "shake" else _Sponge if name[:5] == "sha3_" else _Hash

    def make(string=b"", *, usedforsecurity=True):
        return kind(name, string)
    make.__name__ = make.__qualname__ = name
    return make


md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = map(_made, (
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128",
    "shake_256"))


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is not None and dklen < 1:
        raise ValueError("key length must be greater than 0.")
    from hmac import HMAC
    keyed, made = HMAC(password, None, hash_name), b""
    dklen = dklen or keyed.digest_size
    while len(made) < dklen:
        block = salt + (len(made) // keyed.digest_size + 1).to_bytes(4, "big")
        total = 0
        for _ in range(iterations):
            step = keyed.copy()
            step.update(block)
            block = step.digest()
            total ^= int.from_bytes(block, "big")
        made += total.to_bytes(keyed.digest_size, "big")
    return made[:dklen]


def scrypt(password, **parameters):
    raise NotImplementedError("hashlib.scrypt() is not supported here: hashlib.pbkdf2_hmac() is")


def file_digest(fileobj, digest, /, **more):
    made = new(digest) if isinstance(digest, str) else digest()
    while data := fileobj.read(2**18):
        made.update(data)
    return made
