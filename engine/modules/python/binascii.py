# binascii: hexadecimal, base 64 and checksums. Specified in: https://docs.python.org/3.11/library/binascii.html
import sys as _sys

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {byte: value for value, byte in enumerate(_ALPHABET)}
_crcs = []


class Error(ValueError):
    __module__ = "binascii"


class Incomplete(Exception):
    __module__ = "binascii"


def _bytes(data):
    try:
        return b"".join([data])
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return b"".join([data])
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, "
                        f"not {type(data).__name__!r}") from None


def crc32(data, value=0, /):
    if not _crcs:
        for byte in range(256):
            for _ in range(8):
                byte = byte >> 1 ^ (0xedb88320 if byte & 1 else 0)
            _crcs.append(byte)
    value = value & 0xffffffff ^ 0xffffffff
    for byte in _bytes(data):
        value = value >> 8 ^ _crcs[(value ^ byte) & 255]
    return value ^ 0xffffffff


def crc_hqx(data, value, /):
    value &= 0xffff
    for byte in _bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xffff
    return value


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


def unhexlify(hexstr, /):
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error("Odd number of hexadecimal digits" if _sys.version_info >= (3, 15) else "Odd-length string")
    try:
        values = [int(chr(byte), 16) for byte in text]
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None
    return bytes(values[i] << 4 | values[i + 1] for i in range(0, len(values), 2))


b2a_hex, a2b_hex = hexlify, unhexlify


def b2a_base64(data, /, *, newline=True):
    data, made = _bytes(data), []
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        number = int.from_bytes(part + b"\0\0"[:3 - len(part)], "big")
        for shift in (18, 12, 6, 0)[:len(part) + 1]:
            made.append(_ALPHABET[number >> shift & 63])
        made += b"=" * (3 - len(part))
    return bytes(made) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    made, kept, number, pads = [], 0, 0, 0
    data = _ascii(data)
    if strict_mode and data[:1] == b"=":
        raise Error("Leading padding not allowed")
    for i, byte in enumerate(data):
        if byte == 61:
            pads += 1
            if kept >= 2 and kept + pads >= 4:
                if strict_mode and i + 1 < len(data):
                    raise Error("Excess data after padding")
                return bytes(made)
            continue
        value = _VALUES.get(byte)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if pads and strict_mode:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        number = number << 6 | value
        kept += 1
        if kept > 1:
            made.append(number >> (8 - 2 * kept) % 8 & 255)
            number &= (1 << (8 - 2 * kept) % 8) - 1
        if kept == 4:
            kept = number = 0
    if kept == 1:
        raise Error("Invalid base64-encoded string: number of data characters "
                    f"({len(made) // 3 * 4 + 1}) cannot be 1 more than a multiple of 4")
    if kept:
        raise Error("Incorrect padding")
    return bytes(made)
