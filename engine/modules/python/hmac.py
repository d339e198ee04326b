# hmac (RFC 2104). Specified in: https://docs.python.org/3.11/library/hmac.html
import hashlib as _hashlib
from secrets import compare_digest

digest_size = None


class HMAC:
    blocksize = 64
    name, digest_size, block_size = (property(lambda self, part=part: self._parts[part]) for part in range(3))

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'." if _hashlib._SINCE_3_14 else
                            "Missing required parameter 'digestmod'.")
        if isinstance(digestmod, str):
            make = lambda data=b"": _hashlib.new(digestmod, data)
        else:
            make = digestmod if callable(digestmod) else digestmod.new
        self._inner, self._outer = make(), make()
        self._parts = "hmac-" + self._inner.name, self._inner.digest_size, self._inner.block_size
        key = bytes(key) if len(key) <= self.block_size else make(bytes(key)).digest()
        key = key.ljust(self.block_size, b"\0")
        self._inner.update(bytes([each ^ 0x36 for each in key]))
        self._outer.update(bytes([each ^ 0x5c for each in key]))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = object.__new__(type(self))
        vars(made).update(vars(self), _inner=self._inner.copy(), _outer=self._outer.copy())
        return made

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
