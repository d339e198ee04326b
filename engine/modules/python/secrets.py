# secrets, as unpredictable as random is here: not at all. https://docs.python.org/3.11/library/secrets.html
from random import SystemRandom, choice, getrandbits as randbits, randbytes


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    from random import randrange
    return randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return randbytes(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def compare_digest(a, b):
    return a == b
