# os, where there are no files and no processes: names, the environment (empty), paths as texts.
# Specified in: https://docs.python.org/3.11/library/os.html
import sys as _sys
from _engine import GenericAlias as _GenericAlias

name, sep, linesep, pathsep, curdir, pardir, extsep, devnull, altsep = "posix", "/", "\n", ":", ".", "..", ".", "/dev/null", None
error = OSError
environ = {}
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK = 0, 1, 2, 64, 128, 512, 1024, 2048
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE = (
    0, *range(64, 73))
EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(73, 79)


class PathLike:
    __class_getitem__ = classmethod(_GenericAlias)

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "__fspath__") if cls is PathLike else NotImplemented


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return type(path).__fspath__(path)
    raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    pass


def getpid():
    return 1


def getppid():
    return 0


def getcwd():
    return "/"


def cpu_count():
    return 1


if _sys.version_info >= (3, 13):
    process_cpu_count = cpu_count


def sched_getaffinity(pid, /):
    return {0}


def getloadavg():
    return 0.0, 0.0, 0.0


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def unsetenv(name, /):
    pass


def fsencode(filename):
    return filename.encode() if isinstance(filename := fspath(filename), str) else filename


def fsdecode(filename):
    return filename.decode() if isinstance(filename := fspath(filename), bytes) else filename


def isatty(fd, /):
    return False


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


def getlogin():
    return "user"


def urandom(size, /):
    from random import SystemRandom
    return SystemRandom().randbytes(size)


def _missing(path, *args, **kwargs):
    raise FileNotFoundError(2, "No such file or directory", path)


stat = lstat = listdir = scandir = remove = unlink = rename = replace = rmdir = chdir = readlink = utime = _missing
chmod = open = truncate = symlink = link = removedirs = renames = _missing


def access(path, mode, **kwargs):
    return False


def walk(top, topdown=True, onerror=None, followlinks=False):
    return iter(())


def mkdir(path, mode=0o777, **kwargs):
    raise PermissionError(13, "Permission denied", path)


def makedirs(name, mode=0o777, exist_ok=False):
    mkdir(name)


def _no_process(*args, **kwargs):
    raise NotImplementedError("there are no processes here")


system = popen = fork = execv = spawnl = wait = waitpid = _no_process


def kill(pid, sig, /):
    if pid != getpid():
        raise ProcessLookupError(3, "No such process")
    from signal import raise_signal
    raise_signal(sig)


def _exit(status):
    raise SystemExit(status)


def strerror(code, /):
    return {1: "Operation not permitted", 2: "No such file or directory", 4: "Interrupted system call",
            5: "Input/output error", 11: "Resource temporarily unavailable", 13: "Permission denied",
            17: "File exists", 22: "Invalid argument", 28: "No space left on device", 32: "Broken pipe",
            104: "Connection reset by peer", 110: "Connection timed out",
            111: "Connection refused"}.get(code, f"Unknown error {code}")


import os.path as path
