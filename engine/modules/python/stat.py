# stat: the bits of a file's mode. Specified in: https://docs.python.org/3.11/library/stat.html
ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)
S_IFIFO, S_IFCHR, S_IFDIR, S_IFBLK, S_IFREG, S_IFLNK, S_IFSOCK = 0o10000, 0o20000, 0o40000, 0o60000, 0o100000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0
S_ISUID, S_ISGID, S_ENFMT, S_ISVTX, S_IREAD, S_IWRITE, S_IEXEC = 0o4000, 0o2000, 0o2000, 0o1000, 0o400, 0o200, 0o100
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
_kinds = {S_IFIFO: "p", S_IFCHR: "c", S_IFDIR: "d", S_IFBLK: "b", S_IFREG: "-", S_IFLNK: "l", S_IFSOCK: "s"}


def S_IMODE(mode, /):
    return mode & 0o7777


def S_IFMT(mode, /):
    return mode & 0o170000


def _is(name, kind):
    def ask(mode, /):
        return S_IFMT(mode) == kind
    ask.__name__ = ask.__qualname__ = name
    return ask


S_ISFIFO, S_ISCHR, S_ISDIR, S_ISBLK, S_ISREG, S_ISLNK, S_ISSOCK = (
    _is(f"S_IS{name}", kind) for name, kind in zip(("FIFO", "CHR", "DIR", "BLK", "REG", "LNK", "SOCK"), _kinds))


def S_ISDOOR(mode, /):
    return False


S_ISPORT = S_ISWHT = S_ISDOOR


def filemode(mode, /):
    text = _kinds.get(S_IFMT(mode), "?")
    for shift, special, letter in (6, S_ISUID, "s"), (3, S_ISGID, "s"), (0, S_ISVTX, "t"):
        bits = mode >> shift
        text += "r" if bits & 4 else "-"
        text += "w" if bits & 2 else "-"
        text += (letter if bits & 1 else letter.upper()) if mode & special else "x" if bits & 1 else "-"
    return text
