"""A short digest of a result, so that the results of very many programs can be kept.

The canonical form of a result is this text, in UTF-8, each line ending with a newline:

    exit 0
    stdout init\\na_method\\n
    stderr
    start main 27 1 0
    line main 28 1 0
    out init\\n 0 1 0
    ...

- the exit status, or idle or budget
- all of stdout, and all of stderr as reference.py normalises it
- every event at the level of lines: kind, function (for out: the text), line, turn, and the
  virtual time in whole microseconds
- between the fields one space, also before an empty one; in texts a backslash is written \\\\ and
  a newline \\n; nothing else is escaped.

The digest is FNV-1a with 64 bits over these bytes, folded to 24 by exclusive or, in six lower-case
hexadecimal digits.
"""
from __future__ import annotations

DIGITS = 6
OFFSET, PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1


def canonical(result: dict) -> str:
    lines = [f"{field} {escaped(str(result[field]))}\n" for field in ("exit", "stdout", "stderr")]
    for kind, name, line, turn, seconds in result["events"]:
        lines.append(f"{kind} {escaped(name)} {line} {turn} {round(seconds * 1_000_000)}\n")
    return "".join(lines)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def digest(result: dict) -> str:
    value = OFFSET
    for byte in canonical(result).encode():
        value = (value ^ byte) * PRIME & MASK
    return f"{(value ^ value >> 24 ^ value >> 48) & 0xFFFFFF:06x}"
