# codecs: texts as bytes, by name and bit by bit. Specified in: https://docs.python.org/3.11/library/codecs.html
__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]
BOM_UTF8 = b"\xef\xbb\xbf"
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = BOM64_BE = b"\0\0\xfe\xff"
# As CPython calls them, by their names without signs.
_names = {"utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "ascii": "ascii", "usascii": "ascii",
          "646": "ascii", "latin1": "iso8859-1", "latin": "iso8859-1", "iso88591": "iso8859-1", "l1": "iso8859-1",
          "8859": "iso8859-1", "utf16": "utf-16", "u16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
          "utf32": "utf-32", "u32": "utf-32", "utf32le": "utf-32-le", "utf32be": "utf-32-be", "utf8sig": "utf-8-sig",
          "unicodeescape": "unicode-escape", "rawunicodeescape": "raw-unicode-escape"}
_transforms = {"rot13": "rot-13", "hex": "hex", "hexcodec": "hex", "base64": "base64", "base64codec": "base64"}


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self._is_text_encoding = _is_text_encoding is None or _is_text_encoding
        return self

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} "
                f"at {id(self):#x}>")


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    # What belongs to a character that is not complete stays in the buffer.
    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        text, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return text

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stream.close()


class StreamReader(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors, self._text = stream, errors, None

    def _all(self):
        if self._text is None:
            self._text = self.decode(self.stream.read(), self.errors)[0]
        return self._text

    def read(self, size=-1, chars=-1, firstline=False):
        text, count = self._all(), chars if chars >= 0 else size
        count = len(text) if count < 0 else count
        self._text = text[count:]
        return text[:count]

    def readline(self, size=None, keepends=True):
        lines = self._all().splitlines(True)
        line = lines[0] if lines else ""
        self._text = self._text[len(line):]
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text = None

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stream.close()


class StreamReaderWriter:
    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.reader, self.writer, self.errors = stream, Reader(stream, errors), Writer(stream, errors), errors

    def __getattr__(self, name):
        part = self.reader if name in ("read", "readline", "readlines") else self.writer if name in ("write", "writelines") \
            else self.stream
        return getattr(part, name)

    def __iter__(self):
        return iter(self.reader)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stream.close()


def _no_files(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"there are no files here: codecs.{name}() cannot work")
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


open, EncodedFile = _no_files("open"), _no_files("EncodedFile")


class StreamRecoder:
    __init__ = EncodedFile


def _text_codec(name):
    def encode(input, errors="strict"):
        if not isinstance(input, str):
            raise TypeError(f"{_c_name}_encode() argument 1 must be str, not {type(input).__name__}")
        return input.encode(name, errors), len(input)

    def decode(input, errors="strict"):
        return str(input, name, errors), len(input)

    _c_name = {"iso8859-1": "latin_1"}.get(name, name.replace("-", "_"))
    encode.__name__ = encode.__qualname__ = _c_name + "_encode"
    decode.__name__ = decode.__qualname__ = _c_name + "_decode"
    has_mark = name in ("utf-16", "utf-32", "utf-8-sig")
    without = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name)

    class Encoder(IncrementalEncoder):
        # The mark comes once.
        begun = False

        def encode(self, input, final=False):
            made = input.encode(without if has_mark and self.begun else name, self.errors)
            self.begun = True
            return made

        def reset(self):
            self.begun = False

    class Decoder(BufferedIncrementalDecoder):
        order = None

        def _buffer_decode(self, data, errors, final):
            start, kind = 0, self.order or name
            if has_mark and self.order is None:
                size = 3 if name == "utf-8-sig" else 2 if name == "utf-16" else 4
                if len(data) < size and not final:
                    return "", 0
                marks = {BOM_UTF8: "utf-8", BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be",
                         BOM_UTF32_LE: "utf-32-le", BOM_UTF32_BE: "utf-32-be"}
                kind = self.order = marks.get(data[:size], without)
                start = size if data[:size] in marks else 0
            text, used = _decoded(data[start:], kind, errors, final)
            return text, start + used

        def reset(self):
            self.buffer, self.order = b"", None

    parts = {"encode": staticmethod(encode), "decode": staticmethod(decode)}
    reader, writer = type("StreamReader", (StreamReader,), parts), type("StreamWriter", (StreamWriter,), parts)
    return CodecInfo(encode, decode, reader, writer, Encoder, Decoder, name)


def _decoded(data, name, errors, final):
    if not final:
        try:
            data.decode(name)
        except UnicodeDecodeError as error:
            # An error before the end is for who handles errors; what is not complete waits.
            end = error.start
            while error.reason not in ("unexpected end of data", "truncated data"):
                if errors == "strict":
                    raise
                try:
                    data[end + 1:].decode(name)
                    return data.decode(name, errors), len(data)
                except UnicodeDecodeError as another:
                    error, end = another, end + 1 + another.start
            return data[:end].decode(name, errors), end
    return data.decode(name, errors), len(data)


def _transform(name):
    from binascii import a2b_hex, b2a_hex
    from base64 import decodebytes, encodebytes
    if name == "rot-13":
        def turned(input, errors="strict"):
            turns = {ord(each): (ord(each) - base + 13) % 26 + base for base in (65, 97)
                     for each in map(chr, range(base, base + 26))}
            return input.translate(turns), len(input)
        return CodecInfo(turned, turned, name=name, _is_text_encoding=False)
    there, back = (b2a_hex, a2b_hex) if name == "hex" else (encodebytes, decodebytes)

    def encode(input, errors="strict"):
        return there(input), len(input)

    def decode(input, errors="strict"):
        return back(input), len(input)
    return CodecInfo(encode, decode, name=name, _is_text_encoding=False)


_found, _searches = {}, []


def lookup(encoding, /):
    plain = "".join([each for each in encoding.lower() if each.isalnum()])
    if plain not in _found:
        if plain in _names:
            _found[plain] = _text_codec(_names[plain])
        elif plain in _transforms:
            _found[plain] = _transform(_transforms[plain])
        else:
            asked = encoding.lower().replace(" ", "_").replace("-", "_")
            made = next(filter(None, [search(asked) for search in _searches]), None)
            if made is None:
                raise LookupError(f"unknown encoding: {encoding}")
            _found[plain] = made
    return _found[plain]


# (str.encode() and bytes.decode() do not ask for what is registered here.)
def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def encode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return _incremental(lookup(encoding).incrementalencoder, encoding)


def getincrementaldecoder(encoding):
    return _incremental(lookup(encoding).incrementaldecoder, encoding)


def _incremental(found, encoding):
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for each in iterator:
        if made := encoder.encode(each):
            yield made
    if made := encoder.encode("", True):
        yield made


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for each in iterator:
        if made := decoder.decode(each):
            yield made
    if made := decoder.decode(b"", True):
        yield made


# --- what is done where a character cannot be encoded, or bytes be decoded ---

def strict_errors(exception, /):
    if isinstance(exception, Exception):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception, /):
    return "", exception.end


def replace_errors(exception, /):
    count = exception.end - exception.start
    return ("?" * count if isinstance(exception, UnicodeEncodeError) else "\ufffd"), exception.end


def _of_characters(name, show):
    def handle(exception, /):
        if not isinstance(exception, UnicodeEncodeError):
            raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
        return "".join([show(each) for each in exception.object[exception.start:exception.end]]), exception.end
    handle.__name__ = handle.__qualname__ = name
    return handle


def _escaped(character):
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def _named(character):
    from unicodedata import name
    found = name(character, "")
    return f"\\N{{{found}}}" if found else _escaped(character)


xmlcharrefreplace_errors = _of_characters("xmlcharrefreplace_errors", lambda each: f"&#{ord(each)};")
namereplace_errors = _of_characters("namereplace_errors", _named)
_escapes = _of_characters("backslashreplace_errors", _escaped)


def backslashreplace_errors(exception, /):
    if isinstance(exception, UnicodeDecodeError):
        return "".join([f"\\x{each:02x}" for each in exception.object[exception.start:exception.end]]), exception.end
    return _escapes(exception)


_handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
             "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
             "namereplace": namereplace_errors}


def lookup_error(name, /):
    if name not in _handlers:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handlers[name]


def register_error(errors, handler, /):
    raise NotImplementedError("codecs.register_error() is not supported here: only Python's own error handlers are")
