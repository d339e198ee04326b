#!/usr/bin/env python3
"""Asks CPython what the tests of the syntax layer are to find, and writes it down.

    tests/engine/syntax/make_expected.py --python python3.11 --python python3.14 --python python3.15

Each is asked in turn, the oldest first. Written are, beside this script:
  snapshots/NAME.txt  for each snapshots/NAME.py: its tree, as dump() of engine/syntax/syntax.h
                      shows it
  wrong_programs.txt  for each of wrong_programs.py: the error, and what is printed for it
  wrong_edits.txt     the errors of small programs of which a token or two were changed
for the oldest; NAME.3.14.txt and so on have what the version says otherwise than the one before.
"""
import argparse
import ast
import io
import pathlib
import json
import os
import random
import subprocess
import sys
import tempfile
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
            if name == "is_lazy" and not value:
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


def answers(all_edits):
    """What this interpreter says of everything, for the one that asks."""
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # what is printed is read from the file
        programs = []
        for source in WRONG:
            error = error_of(source)
            pathlib.Path("main.py").write_text(source, encoding="utf-8", newline="\n")
            programs.append((described(error), printed(error)) if error else ("right", ""))
    edited = []
    for number, begin, taken, put in all_edits:
        source = EDITED[number]
        error = error_of(source[:begin] + put + source[begin + taken:])
        edited.append(described(error) if error else "right")
    trees = {}
    for path in sorted((HERE / "snapshots").glob("*.py")):
        try:
            trees[path.stem] = dump(ast.parse(path.read_text(encoding="utf-8")))
        except SyntaxError:
            trees[path.stem] = "refused\n"
    return {"version": "%d.%d" % sys.version_info[:2], "programs": programs, "edits": edited,
            "trees": trees}


def write(name, version, text):
    """The text, or for later versions what differs; a file that would be empty is none."""
    path = HERE / (f"{name}.{version}.txt" if version else f"{name}.txt")
    if text:
        path.write_text(text, encoding="utf-8", newline="\n")
    else:
        path.unlink(missing_ok=True)


def write_wrong_programs(now, before, version):
    """`= ` and the error, `| ` and each line of the program, `> ` and each line that is printed."""
    text = ""
    for source, (error, output), old in zip(WRONG, now, before):
        if old == [error, output]:
            continue
        text += f"= {error}\n"
        text += "".join(f"| {line}\n" for line in source.split("\n"))
        text += "".join(f"> {line}\n" for line in output.splitlines())
    write("wrong_programs", version, text)


def write_wrong_edits(all_edits, now, before, version):
    """`# ` and the number of the program in EDITED, then an edit a line and what comes of it."""
    text, last = "", None
    for (number, begin, taken, put), error, old in zip(all_edits, now, before):
        if old == error:
            continue
        if number != last:
            text += f"# {number}\n"
            text += "".join(f"| {line}\n" for line in EDITED[number].split("\n"))
        last = number
        put = put.replace("\n", "\\n")
        text += f"{begin}\t{taken}\t{put}\t{error}\n"
    write("wrong_edits", version, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--python", action="append", metavar="INTERPRETER",
                        help="may be repeated, the oldest first")
    parser.add_argument("--answer", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.answer:
        json.dump(answers(json.load(sys.stdin)), sys.stdout)
        return
    if not arguments.python:
        parser.error("no interpreter is named")
    # (The interpreter that runs this makes the edits; 3.11 made those that are kept.)
    all_edits = [(number, *edit) for number, source in enumerate(EDITED)
                 for edit in dict.fromkeys(edits(source, 160, number))]
    before = None
    for python in arguments.python:
        asked = subprocess.run([python, __file__, "--answer"], input=json.dumps(all_edits),
                               capture_output=True, text=True, check=True, encoding="utf-8")
        now = json.loads(asked.stdout)
        version = now["version"] if before else ""
        nothing = before or {"programs": [None] * len(WRONG), "edits": [None] * len(all_edits),
                             "trees": {}}
        write_wrong_programs(now["programs"], nothing["programs"], version)
        write_wrong_edits(all_edits, now["edits"], nothing["edits"], version)
        for name, tree in now["trees"].items():
            write(f"snapshots/{name}", version, "" if tree == nothing["trees"].get(name) else tree)
        before = now


if __name__ == "__main__":
    main()
