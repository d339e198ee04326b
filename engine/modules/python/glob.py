# glob, where there are no files: nothing matches. Specified in: https://docs.python.org/3.11/library/glob.html
import re as _re

__all__ = ["escape", "glob", "iglob"]
_special = _re.compile("([*?[])")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if not isinstance(pathname, (str, bytes)):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(pathname).__name__}")
    return iter(())


def has_magic(s):
    return _special.search(s) is not None


def escape(pathname):
    return _special.sub(r"[\1]", pathname)
