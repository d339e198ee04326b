# secrets, as unpredictable as random is here: not at all. https://docs.python.org/3.11/library/secrets.html
from random import SystemRandom

_system = SystemRandom()
choice, randbits = _system.choice, _system.getrandbits


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _system._below(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _system.randbytes(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    from base64 import urlsafe_b64encode
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return a == b
    plain = bytes, bytearray, memoryview
    if not isinstance(a, plain) and not isinstance(b, plain):
        raise TypeError("unsupported operand types(s) or combination of types: "
                        f"'{type(a).__name__}' and '{type(b).__name__}'")
    for each in (a, b):
        if not isinstance(each, plain):
            raise TypeError(f"a bytes-like object is required, not '{type(each).__name__}'")
    return bytes(a) == bytes(b)
