# os.path: paths as texts. Specified in: https://docs.python.org/3.11/library/os.path.html
sep, curdir, pardir, extsep, pathsep, altsep = "/", ".", "..", ".", ":", None


def join(a, /, *p):
    from os import fspath
    path = fspath(a)
    for part in map(fspath, p):
        if part.startswith("/"):
            path = part
        else:
            path += part if not path or path.endswith("/") else "/" + part
    return path


def split(p):
    from os import fspath
    p = fspath(p)
    at = p.rfind("/") + 1
    head = p[:at]
    return head if head == "/" * len(head) else head.rstrip("/"), p[at:]


def splitext(p):
    from os import fspath
    p = fspath(p)
    at, start = p.rfind("."), p.rfind("/") + 1
    return (p[:at], p[at:]) if p[start:at].strip(".") and at > start else (p, "")


def splitdrive(p):
    return "", p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def isabs(s):
    from os import fspath
    return fspath(s).startswith("/")


def normpath(path):
    from os import fspath
    path = fspath(path)
    root = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != ".." :
            parts.pop()
        elif part not in ("", ".") and not (part == ".." and root):
            parts.append(part)
    return root + "/".join(parts) or "."


def abspath(path):
    from os import getcwd
    return normpath(join(getcwd(), path))


realpath = abspath


def expanduser(path):
    return path


expandvars = normcase = expanduser


def exists(path):
    return False


isfile = isdir = islink = lexists = ismount = exists


def getsize(filename):
    raise FileNotFoundError(2, "No such file or directory", filename)


getmtime = getatime = getctime = getsize


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, letter in enumerate(low):
        if letter != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return "/" * isabs(paths[0]) + "/".join(commonprefix(split_paths))


def relpath(path, start="."):
    if not path:
        raise ValueError("no path specified")
    here, there = ([part for part in abspath(each).split("/") if part] for each in (start, path))
    same = len(commonprefix([here, there]))
    return join(*[".."] * (len(here) - same), *there[same:]) if here != there else "."
