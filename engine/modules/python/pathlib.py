# pathlib: paths as texts. There are no files here: what asks for one hears that it does not exist.
# Specified in: https://docs.python.org/3.11/library/pathlib.html
import os as _os
import re as _re
import sys as _sys

_3_12, _3_13, _3_14 = (_sys.version_info >= (3, minor) for minor in (12, 13, 14))
__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]
if _3_13:
    __all__.append("UnsupportedOperation")

    class UnsupportedOperation(NotImplementedError):
        pass


def _matcher(pattern, fold):
    made, at = "", 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            made += "[^/]*"
        elif char == "?":
            made += "[^/]"
        elif char == "[" and "]" in pattern[at + 1:]:
            end = pattern.index("]", at + 1)
            inside = pattern[at:end].replace("\\", "\\\\")
            made += "[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]"
            at = end + 1
        else:
            made += _re.escape(char)
    return _re.compile(made, _re.IGNORECASE if fold else 0)


class PurePath:
    __slots__ = ("_drive", "_root", "_tail", "_text", "__weakref__")
    _windows = False

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                text = str(arg)
                texts.append(text.replace("\\", "/") if arg._windows and not self._windows and _3_12 else
                             text if text != "." else "")
                continue
            given = arg
            if not isinstance(arg, str):
                try:
                    arg = _os.fspath(arg)
                except TypeError:
                    if not _3_12:
                        raise
            if not isinstance(arg, str):
                words = ("argument should be a str or an os.PathLike object where __fspath__ returns a str, not "
                         if _3_12 else "argument should be a str object or an os.PathLike object returning str, not ")
                raise TypeError(words + (repr(type(arg).__name__) if _3_12 else str(type(given))))
            texts.append(arg)
        self._drive, self._root, self._tail = self._joined(texts)
        self._text = None

    def _parts_of(self, text):
        # (drive, root, rest)
        if not self._windows:
            root = "//" if text[:2] == "//" and text[2:3] != "/" else "/" if text[:1] == "/" else ""
            return "", root, text
        text = text.replace("/", "\\")
        if text[:2] == "\\\\" and text[2:3] != "\\":
            server, _, rest = text[2:].partition("\\")
            share, _, rest = rest.partition("\\")
            return "\\\\" + server + "\\" + share, "\\", rest
        drive = text[:2] if text[1:2] == ":" else ""
        rest = text[len(drive):]
        return drive, "\\" if rest[:1] == "\\" else "", rest

    def _joined(self, texts):
        drive, root, tail = "", "", []
        for text in texts:
            if not text:
                continue
            own_drive, own_root, rest = self._parts_of(text)
            parts = [each for each in rest.split("\\" if self._windows else "/") if each and each != "."]
            if own_drive and own_drive.lower() != drive.lower():
                drive, root, tail = own_drive, own_root, parts
            elif own_root:
                drive, root, tail = own_drive or drive, own_root, parts
            else:
                drive, tail = own_drive or drive, tail + parts
        return drive, root, tail

    def _made(self, drive, root, tail):
        made = object.__new__(type(self))
        made._drive, made._root, made._tail, made._text = drive, root, tail, None
        return made

    def with_segments(self, *args):
        return type(self)(*args)

    def __str__(self):
        if self._text is None:
            self._text = (self._drive + self._root + ("\\" if self._windows else "/").join(self._tail)) or "."
        return self._text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        return str(self).replace("\\", "/") if self._windows else str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative paths can't be expressed as file URIs" if _3_14 else
                             "relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return ("file:///" if self._windows else "file://") + quote(self.as_posix(), safe="/:" if self._windows else "/")

    def _key(self):
        return str(self).lower() if self._windows else str(self)

    def _parts_key(self):
        return self._key().split("\\" if self._windows else "/")

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._windows == other._windows and self._key() == other._key()

    def _compared(name):
        def method(self, other):
            if not isinstance(other, PurePath) or self._windows != other._windows:
                return NotImplemented
            return getattr(self._parts_key(), name)(other._parts_key())
        method.__name__ = name
        return method
    __lt__, __le__, __gt__, __ge__ = map(_compared, ("__lt__", "__le__", "__gt__", "__ge__"))
    del _compared

    def __truediv__(self, key):
        return self._with(NotImplemented, self, key)

    def __rtruediv__(self, key):
        return self._with(NotImplemented, key, self)

    def _with(self, otherwise, *args):
        try:
            return self.with_segments(*args) if _3_12 else type(self)(*args)
        except TypeError:
            return otherwise

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __reduce__(self):
        return type(self), tuple(self.parts)

    @property
    def drive(self):
        return self._drive

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._drive + self._root

    @property
    def parts(self):
        return ((self.anchor,) if self.anchor else ()) + tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        return self.name[len(self.stem):]

    @property
    def suffixes(self):
        name = self.name
        if _3_14:
            return ["." + each for each in name.lstrip(".").split(".")[1:]]
        return [] if name.endswith(".") else ["." + each for each in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind(".")
        if _3_14:
            return name[:dot] if dot > 0 and name[:dot].lstrip(".") else name
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._drive, self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root and (self._drive or not self._windows))

    def is_reserved(self):
        return False

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == "." or self._windows and "\\" in name:
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._drive, self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        if _3_13 and self.suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if not self.name and (_3_14 or not (suffix and (suffix[0] != "." or suffix == "."))):
            raise ValueError(f"{self!r} has an empty name")
        if suffix and (suffix[0] != "." or suffix == "." and not _3_14 or "/" in suffix):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def _within(self, other):
        size = len(other._tail)
        fold = (lambda tail: [each.lower() for each in tail]) if self._windows else list
        return (other._key() == "." or fold([self._drive, self._root]) == fold([other._drive, other._root])) and (
            fold(self._tail[:size]) == fold(other._tail)) and (self.anchor == other.anchor or self._windows)

    def relative_to(self, other, /, *more, walk_up=False):
        other, up = type(self)(other, *more), 0
        while not self._within(other):
            words = f"{str(self)!r} is not in the subpath of {str(other)!r}"
            if not walk_up:
                if not _3_12:
                    words += " OR one path is relative and the other is absolute."
                raise ValueError(words)
            if not other._tail:
                raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
            if other.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            other, up = other.parent, up + 1
        return self._made("", "", [".."] * up + self._tail[len(other._tail):])

    def is_relative_to(self, other, /, *more):
        return self._within(type(self)(other, *more))

    def match(self, pattern, *, case_sensitive=None):
        wanted = type(self)(pattern)
        if not wanted.parts:
            raise ValueError("empty pattern")
        fold = self._windows if case_sensitive is None else not case_sensitive
        parts = self.parts
        if wanted.anchor and len(wanted.parts) != len(parts) or len(wanted.parts) > len(parts):
            return False
        return all(_matcher(each, fold).fullmatch(part)
                   for each, part in zip(reversed(wanted.parts), reversed(parts)))

    if _3_13:
        def full_match(self, pattern, *, case_sensitive=None):
            fold = self._windows if case_sensitive is None else not case_sensitive

            def fits(parts, wanted):
                if not wanted:
                    return not parts
                if wanted[0] == "**":
                    return any(fits(parts[i:], wanted[1:]) for i in range(len(parts) + 1))
                return bool(parts and _matcher(wanted[0], fold).fullmatch(parts[0]) and fits(parts[1:], wanted[1:]))
            return fits(self.parts, type(self)(pattern).parts)

        @property
        def parser(self):
            return _os.path


class _Parents:
    def __init__(self, path):
        self._path, self._size = path, len(path._tail)

    def __len__(self):
        return self._size

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self._size)))
        if not -self._size <= index < self._size:
            raise IndexError(index)
        path = self._path
        return path._made(path._drive, path._root, path._tail[:self._size - 1 - index % self._size])

    def __iter__(self):
        return (self[i] for i in range(self._size))

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()
    _windows = True


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is WindowsPath:
            if _3_13:
                raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
            raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        return type(self)(_os.path.expanduser(str(self)))

    def absolute(self):
        return self if self.is_absolute() else type(self)(_os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return type(self)(_os.path.normpath(str(self.absolute())))

    def exists(self, **kwargs):
        return _os.path.exists(str(self))

    is_file = is_dir = is_symlink = is_mount = is_socket = is_fifo = is_block_device = is_char_device = exists

    def _missing(self, *args, **kwargs):
        raise FileNotFoundError(2, "No such file or directory", str(self))

    stat = lstat = readlink = owner = group = rmdir = rename = replace = chmod = _missing

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        if "r" in mode:
            self._missing()
        return open(str(self), mode)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r") as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w") as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def unlink(self, missing_ok=False):
        if not missing_ok:
            self._missing()

    def touch(self, mode=0o666, exist_ok=True):
        self.open("a").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        _os.mkdir(str(self), mode)

    def iterdir(self):
        self._missing()

    def glob(self, pattern, **kwargs):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        return iter(())

    rglob = glob

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()
