# shutil, where there are no files and the terminal has a size. https://docs.python.org/3.11/library/shutil.html
import os as _os
from collections import namedtuple as _namedtuple

COPY_BUFSIZE = 65536


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ReadError(OSError):
    pass


class ExecError(OSError):
    pass


class RegistryError(Exception):
    pass


class _TerminalSize(_namedtuple("terminal_size", "columns lines", module="os")):
    def __repr__(self):
        return f"os.terminal_size(columns={self.columns}, lines={self.lines})"


def get_terminal_size(fallback=(80, 24)):
    sizes = [_os.environ.get(name, "0") for name in ("COLUMNS", "LINES")]
    return _TerminalSize(*[int(size) if size.isdigit() and int(size) else other
                           for size, other in zip(sizes, fallback)])


def which(cmd, mode=1, path=None):
    return None


def disk_usage(path):
    raise FileNotFoundError(2, "No such file or directory", path)


def _missing(src, *args, **kwargs):
    raise FileNotFoundError(2, "No such file or directory", src)


copyfile = copymode = copystat = copy = copy2 = copytree = move = unpack_archive = chown = _missing


def rmtree(path, ignore_errors=False, onerror=None, **more):
    if not ignore_errors:
        _missing(path)


def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(data)


def ignore_patterns(*patterns):
    from fnmatch import filter
    return lambda path, names: {name for pattern in patterns for name in filter(names, pattern)}


def make_archive(base_name, format, *args, **kwargs):
    raise PermissionError(13, "Permission denied", base_name)
