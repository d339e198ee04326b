# zlib: its checksums. Specified in: https://docs.python.org/3.11/library/zlib.html
from binascii import crc32


class error(Exception):
    __module__ = "zlib"


def adler32(data, value=1, /):
    low, high = value & 0xffff, value >> 16 & 0xffff
    for byte in bytes(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def _missing(*args, **kwargs):
    raise NotImplementedError("zlib compresses nothing here: only crc32() and adler32() work")


compress = decompress = compressobj = decompressobj = _missing
