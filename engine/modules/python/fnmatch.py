# fnmatch: names and patterns with *. Specified in: https://docs.python.org/3.11/library/fnmatch.html
import re as _re
import sys as _sys

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatchcase(name, pat):
    return _match(pat)(name) is not None


fnmatch = fnmatchcase  # names are as they are where paths have no drives


def filter(names, pat):
    match = _match(pat)
    return [name for name in names if match(name)]


if _sys.version_info >= (3, 14):
    __all__.append("filterfalse")

    def filterfalse(names, pat):
        match = _match(pat)
        return [name for name in names if not match(name)]


_known = {}


def _match(pattern):
    if pattern not in _known:
        if isinstance(pattern, bytes):
            text = translate(pattern.decode("latin-1")).encode("latin-1")
        else:
            text = translate(pattern)
        _known[pattern] = _re.compile(text).match
    return _known[pattern]


# "[" at i: the set as re has it, and what follows; None where it is not closed.
def _set(pattern, i):
    end = i + 1
    if pattern[end:end + 1] == "!":
        end += 1
    end = pattern.find("]", end + 1)
    if end < 0:
        return None
    inside = pattern[i + 1:end]
    negated = inside[:1] == "!"
    body, parts = inside[negated:], []
    j = 0
    while j < len(body):
        if body[j + 1:j + 2] == "-" and j + 2 < len(body):
            low, high = body[j], body[j + 2]
            j += 3
            if low <= high:
                parts.append(_escaped(low) + "-" + _escaped(high))
        else:
            parts.append(_escaped(body[j]))
            j += 1
    text = "".join(parts)
    if not text:
        return "." if negated else "(?!)", end + 1
    if negated:
        text = "^" + text
    elif text[0] in "^[":
        text = "\\" + text
    return f"[{text}]", end + 1


def _escaped(character):
    return "\\" + character if character in "\\-&~|" else character


def translate(pat):
    parts, i = [], 0
    while i < len(pat):
        character = pat[i]
        i += 1
        if character == "*":
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif character == "?":
            parts.append(".")
        elif character == "[" and (found := _set(pat, i - 1)):
            text, i = found
            parts.append(text)
        else:
            parts.append(_re.escape(character))
    # What a * that has another behind it takes is never asked again.
    text, i, atomic = "", 0, sum(part is None for part in parts)
    while i < len(parts):
        if parts[i] is not None:
            text += parts[i]
            i += 1
            continue
        atomic -= 1
        end = i + 1
        while end < len(parts) and parts[end] is not None:
            end += 1
        fixed = "".join(parts[i + 1:end])
        if not i or not atomic and end == len(parts):
            text += ".*" + fixed if not atomic else ("(?>.*?" + fixed + ")" if i or fixed else "")
        else:
            text += f"(?>.*?{fixed})" if atomic else ".*" + fixed
        i = end
    return rf"(?s:{text})\{'z' if _sys.version_info >= (3, 14) else 'Z'}"
