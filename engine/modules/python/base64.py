# base64. Specified in: https://docs.python.org/3.11/library/base64.html
import binascii
import sys as _sys


_3_15 = _sys.version_info >= (3, 15)


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return b"".join([s])
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}") from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def _encoded(s, alphabet):
    s, made = b"".join([s]), []
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        number = int.from_bytes(part + bytes(5 - len(part)), "big")
        digits = [alphabet[number >> shift & 31] for shift in range(35, -1, -5)]
        used = (len(part) * 8 + 4) // 5
        made += digits[:used] + [61] * (8 - used)
    return bytes(made)


def _decoded(s, alphabet, casefold, map01=None):
    s = _bytes(s)
    if len(s) % 8 and not _3_15:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b"=")
    pads, values, made = size - len(s), {byte: value for value, byte in enumerate(alphabet)}, b""
    for i in range(0, len(s), 8):
        number = 0
        for byte in s[i:i + 8]:
            if byte not in values:
                raise binascii.Error("Only base32 data is allowed" if _3_15 else "Non-base32 digit found")
            number = number << 5 | values[byte]
        made += (number << 5 * (8 - len(s[i:i + 8]))).to_bytes(5, "big")
    if pads not in (0, 1, 3, 4, 6) or size % 8:
        raise binascii.Error("Incorrect padding")
    return made[:len(made) - {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[pads]]


_B32, _B32HEX = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def b32encode(s):
    return _encoded(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _decoded(s, _B32, casefold, map01)


def b32hexencode(s):
    return _encoded(s, _B32HEX)


def b32hexdecode(s, casefold=False):
    return _decoded(s, _B32HEX, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(byte not in b"0123456789ABCDEF" for byte in s):
        raise binascii.Error("Non-hexadecimal digit found" if _3_15 else "Non-base16 digit found")
    return binascii.unhexlify(s)


_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _encoded85(b, alphabet, pad, zeros=False, spaces=False):
    b, made = b"".join([b]), []
    missing = -len(b) % 4
    b += bytes(missing)
    for i in range(0, len(b), 4):
        number, digits = int.from_bytes(b[i:i + 4], "big"), []
        last = i + 4 == len(b)
        if zeros and number == 0 and not (last and missing and not pad):
            made.append(b"z")
            continue
        if spaces and number == 0x20202020:
            made.append(b"y")
            continue
        for _ in range(5):
            number, digit = divmod(number, 85)
            digits.append(alphabet[digit])
        made.append(bytes(digits[::-1][:5 - missing if last and not pad else 5]))
    return b"".join(made)


def b85encode(b, pad=False):
    return _encoded85(b, _B85, pad)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    made = _encoded85(b, _A85, pad, True, foldspaces)
    if adobe:
        made = b"<~" + made
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [made[i:i + wrapcol] for i in range(0, len(made), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        made = b"\n".join(lines)
    return made + b"~>" if adobe else made


def _decoded85(b, values, what, special=lambda byte, digits: None):
    made, digits = [], []
    for i, byte in enumerate(b):
        if byte not in values:
            part = special(byte, digits)
            if part is None:
                raise ValueError(f"bad {what} character at position {i}" if what == "base85" else
                                 f"Non-Ascii85 digit found: {chr(byte)}")
            made.append(part)
            continue
        digits.append(values[byte])
        if len(digits) == 5:
            number = 0
            for digit in digits:
                number = number * 85 + digit
            if number >> 32:
                raise ValueError("Ascii85 overflow" if what != "base85" else
                                 f"base85 overflow in hunk starting at byte {i - 4}")
            made.append(number.to_bytes(4, "big"))
            digits = []
    if digits:
        missing, number = 5 - len(digits), 0
        for digit in digits + [84] * missing:
            number = number * 85 + digit
        if number >> 32:
            raise ValueError("Ascii85 overflow" if what != "base85" else
                             f"base85 overflow in hunk starting at byte {len(b) - 5 + missing}")
        made.append(number.to_bytes(4, "big")[:4 - missing])
    return b"".join(made)


def b85decode(b):
    return _decoded85(_bytes(b), {byte: value for value, byte in enumerate(_B85)}, "base85")


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2 if b.startswith(b"<~") else 0:-2]

    def special(byte, digits):
        if byte == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            return bytes(4)
        if foldspaces and byte == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            return b"    "
        return b"" if byte in ignorechars else None
    return _decoded85(b, {byte: value for value, byte in enumerate(_A85)}, "Ascii85", special)


if _sys.version_info >= (3, 13):
    _Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"

    def z85encode(s, pad=False):
        return _encoded85(s, _Z85, pad)

    def z85decode(s):
        try:
            return _decoded85(_bytes(s), {byte: value for value, byte in enumerate(_Z85)}, "base85")
        except ValueError as error:
            raise ValueError(error.args[0].replace("base85", "z85")) from None


def encodebytes(s):
    s = b"".join([s])
    return b"".join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(b"".join([s]))


def encode(input, output):
    while data := input.read(57):
        output.write(encodebytes(data))


def decode(input, output):
    while line := input.readline():
        output.write(decodebytes(line))

__all__ = [name for name in """
    encode decode encodebytes decodebytes b64encode b64decode b32encode b32decode b32hexencode b32hexdecode
    b16encode b16decode b85encode b85decode a85encode a85decode standard_b64encode standard_b64decode
    urlsafe_b64encode urlsafe_b64decode z85encode z85decode
""".split() if name in globals()]
