# linecache: the program's own lines; there are no other files. https://docs.python.org/3.11/library/linecache.html
from _engine import program_source as _program_source

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]
cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2] if len(cache[filename]) > 1 else []
    return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    if filename != "main.py":
        return []
    source = _program_source()
    lines = [line + "\n" for line in source.split("\n")]
    if lines[-1] == "\n":
        lines.pop()
    cache[filename] = len(source), None, lines, filename
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
