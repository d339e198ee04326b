#!/usr/bin/env python3
"""Asks CPython 3.11 what the tests of the syntax layer are to find, and writes it down.

    python3.11 tests/engine/syntax/make_expected.py

Written are, beside this script:
  snapshots/NAME.txt  for each snapshots/NAME.py: its tree, as dump() of engine/syntax/syntax.h
                      shows it
  wrong_programs.txt  for each of wrong_programs.py: the error, and what is printed for it
  wrong_edits.txt     the errors of small programs of which a token or two were changed
"""
import ast
import io
import pathlib
import random
import sys
import tokenize
import warnings

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from wrong_programs import EDITED, WRONG  # noqa: E402

SIMPLE = (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)
PIECES = """( ) [ ] { } : , ; = == := . -> @ * ** + - ~ not and or if else for in is def class async
await with as try except finally lambda return yield from import pass None x 1 "s" f'{a}' print
match case ' \" \"\"\" # \\ $ 0x 1_ while del global raise assert ... += <>""".split()
PIECES += ["\n", "\n    "]


def dump(tree):
    """One line a node: its field, kind, place and plain values; its parts follow, further in."""
    out = []

    def put(node, level, field):
        line = " " * level + field + type(node).__name__
        if hasattr(node, "lineno"):
            line += f" {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
        parts = []
        for name in node._fields:
            value = getattr(node, name, None)
            if name in ("type_comment", "type_ignores"):
                continue
            if value is None and not (name == "value" and isinstance(
                    node, (ast.Constant, ast.MatchSingleton))):
                continue
            if isinstance(value, SIMPLE):
                line += f" {name}={type(value).__name__}"
            elif isinstance(value, ast.AST):
                parts.append((name, value))
            elif isinstance(value, list) and value and isinstance(value[0], SIMPLE):
                line += f" {name}=" + ",".join(type(one).__name__ for one in value)
            elif isinstance(value, list) and value and isinstance(value[0], str):
                line += f" {name}=" + ",".join(map(ascii, value))
            elif isinstance(value, list):
                parts += [(name, one) for one in value]
            else:
                line += f" {name}={ascii(value)}"
        out.append(line)
        for name, part in parts:
            if part is None:
                out.append(" " * (level + 1) + name + ": None")
            else:
                put(part, level + 1, name + ": ")

    put(tree, 0, "")
    return "\n".join(out) + "\n"


def error_of(source):
    """The exception that CPython's parser raises for it, or None. (The compiler's are not ours.)"""
    try:
        ast.parse(source)
    except SyntaxError as error:
        error.filename = "main.py"
        error.__traceback__ = None
        return error
    return None


def described(error):
    return "\t".join(map(str, (type(error).__name__, error.msg, error.lineno, error.offset,
                               error.end_lineno, error.end_offset)))


def printed(error):
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, None)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = stderr


def write_wrong_programs():
    """`= ` and the error, `| ` and each line of the program, `> ` and each line that is printed."""
    with open(HERE / "wrong_programs.txt", "w", encoding="utf-8", newline="\n") as file:
        for source in WRONG:
            error = error_of(source)
            assert error, source
            file.write(f"= {described(error)}\n")
            file.writelines(f"| {line}\n" for line in source.split("\n"))
            file.writelines(f"> {line}\n" for line in printed(error).splitlines())


def edits(source, count, seed):
    """(where, how much is taken away, what is put there) at the bounds of tokens."""
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    places = [(starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1])
              for token in tokenize.generate_tokens(io.StringIO(source).readline)
              if token.string.strip()]
    chance = random.Random(seed)
    for _ in range(count):
        begin, end = chance.choice(places)
        other_begin, other_end = chance.choice(places)
        kind = chance.randrange(6)
        if kind == 0:
            yield begin, end - begin, ""
        elif kind == 1:
            yield end, 0, " " + source[begin:end]
        elif kind == 2:
            yield begin, end - begin, source[other_begin:other_end]
        elif kind == 3:
            yield begin, end - begin, chance.choice(PIECES)
        elif kind == 4:
            yield begin, 0, chance.choice(PIECES) + " "
        else:
            yield chance.choice(starts[:-2]), 0, " " * chance.randrange(1, 6)


def write_wrong_edits():
    """`# ` and the number of the program in EDITED, then an edit a line and what comes of it."""
    with open(HERE / "wrong_edits.txt", "w", encoding="utf-8", newline="\n") as file:
        for number, source in enumerate(EDITED):
            file.write(f"# {number}\n")
            file.writelines(f"| {line}\n" for line in source.split("\n"))
            for begin, taken, put in dict.fromkeys(edits(source, 160, number)):
                error = error_of(source[:begin] + put + source[begin + taken:])
                put = put.replace("\n", "\\n")
                file.write(f"{begin}\t{taken}\t{put}\t{described(error) if error else 'right'}\n")


def main():
    assert sys.version_info[:2] == (3, 11), "CPython 3.11 is the specification"
    warnings.simplefilter("ignore")
    for path in sorted((HERE / "snapshots").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        path.with_suffix(".txt").write_text(dump(tree), encoding="utf-8")
    write_wrong_programs()
    write_wrong_edits()


if __name__ == "__main__":
    main()
