# io: text and bytes in memory; there are no files. https://docs.python.org/3.11/library/io.html
from _engine import written_in_c as _written_in_c

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed, _stop = False, "."

    def _check(self):
        if self.closed:
            raise ValueError(f"I/O operation on closed file{self._stop}")

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def readable(self):
        return True

    writable = seekable = readable

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class TextIOBase(IOBase):
    pass


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class _Memory:
    def __init__(self, initial_value=None):
        self._text, self._at = self._empty, 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def getvalue(self):
        self._check()
        return self._text

    def write(self, text, /):
        self._check()
        end = self._at + len(text)
        if self._at > len(self._text):
            self._text += self._filler * (self._at - len(self._text))
        self._text = self._text[:self._at] + text + self._text[end:] if self._at < len(self._text) else self._text + text
        self._at = end
        return len(text)

    def read(self, size=-1, /):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        self._check()
        end = self._text.find(self._newline, self._at) + 1 or len(self._text)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        text = self._text[self._at:end]
        self._at = max(self._at, end)
        return text

    def readlines(self, hint=-1, /):
        return list(self)

    def tell(self):
        return self._at

    def seek(self, pos, whence=0, /):
        self._at = pos + (0, self._at, len(self._text))[whence]
        return self._at

    def truncate(self, pos=None, /):
        pos = self._at if pos is None else pos
        self._text = self._text[:pos]
        return pos


@_written_in_c
class StringIO(_Memory, TextIOBase):
    __module__ = "_io"

    _empty, _filler, _newline, _stop = "", "\0", "\n", ""

    def __init__(self, initial_value="", newline="\n"):
        super().__init__(initial_value)

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        return super().write(text)


@_written_in_c
class BytesIO(_Memory, BufferedIOBase):
    __module__ = "_io"

    _empty, _filler, _newline = b"", b"\0", b"\n"

    def __init__(self, initial_bytes=b""):
        super().__init__(initial_bytes)

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return super().write(bytes(data))

    getbuffer = _Memory.getvalue


class TextIOWrapper(TextIOBase):
    pass
