# getopt: options of a command, as C has it. Specified in: https://docs.python.org/3.11/library/getopt.html
import sys as _sys

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]
_OPTIONAL = _sys.version_info >= (3, 14)  # an argument that may be left out


class GetoptError(Exception):
    opt = msg = ""

    def __init__(self, msg, opt=""):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(found, option, longopts, args):
    option, equals, value = option.partition("=")
    names = [name for name in longopts if name.startswith(option)]
    if not names:
        raise GetoptError(f"option --{option} not recognized", option)
    exact = [name for name in names if name.rstrip("=?" if _OPTIONAL else "=") == option]
    if not exact and len(names) > 1:
        if _OPTIONAL:
            raise GetoptError(f"option --{option} not a unique prefix; possible options: {', '.join(sorted(names))}",
                              option)
        raise GetoptError(f"option --{option} not a unique prefix", option)
    name = (exact or names)[0]
    optional = _OPTIONAL and name.endswith("=?")
    takes = name.endswith("=") or optional
    option = name[:-2] if optional else name[:-1] if takes else name
    if takes and not optional and not equals:
        if not args:
            raise GetoptError(f"option --{option} requires argument", option)
        value, args = args[0], args[1:]
    elif not takes and equals:
        raise GetoptError(f"option --{option} must not have an argument", option)
    found.append(("--" + option, value))
    return args


def _short(found, letters, shortopts, args):
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter) if letter != ":" else -1
        if at < 0:
            raise GetoptError(f"option -{letter} not recognized", letter)
        value = ""
        if shortopts[at + 1:at + 2] == ":":
            if not letters and not (_OPTIONAL and shortopts[at + 2:at + 3] == ":"):
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        found.append(("-" + letter, value))
    return args


def _read(args, shortopts, longopts, mixed, in_order=False):
    found, others = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args:
        first = args[0]
        if first == "--":
            others += args[1:]
            break
        if first[:2] == "--":
            args = _long(found, first[2:], longopts, args[1:])
        elif first[:1] == "-" and first != "-":
            args = _short(found, first[1:], shortopts, args[1:])
        elif in_order:
            start = args
            while args and (args[0][:1] != "-" or args[0] == "-"):
                args = args[1:]
            found.append((None, start[:len(start) - len(args)]))
        elif mixed:
            others.append(first)
            args = args[1:]
        else:
            others += args
            break
    return found, others


def getopt(args, shortopts, longopts=[]):
    return _read(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    in_order = _OPTIONAL and shortopts[:1] == "-"
    ordered = shortopts[:1] == "+"
    return _read(args, shortopts[1:] if ordered or in_order else shortopts, longopts, not ordered, in_order)
