#!/usr/bin/env python3
"""Run the conformance programs through an engine and compare with what CPython said.

    python3 run.py ENGINE [FILE ...] [--level output|events|lines]
    python3 run.py --regenerate [FILE ...]

ENGINE is the awaitscope command. Without FILE it takes every programs/<topic>/*.py,
listings/*.py and divergences/*.py. A program in divergences shows something that the engine is
known to do otherwise, and says why and what to write instead; it has to differ. What CPython said is committed beside each program as *.json; a *.txt beside it
is exactly what `ENGINE run` has to print. Prints the first difference of every program that
differs and ends with `N passed, N failed`; the exit status is 1 if any failed.

--regenerate asks this machine's python3 instead, writes the *.json and says what has changed.
"""
from __future__ import annotations

import argparse
import glob
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from compare import LEVELS, ask_engine, difference
from reference import HERE, Reference

RESULT_FIELDS = ("exit", "stdout", "stderr", "events")


def every_program() -> list[str]:
    return sorted(glob.glob(os.path.join(HERE, "programs", "*", "*.py"))
                  + glob.glob(os.path.join(HERE, "listings", "*.py"))
                  + glob.glob(os.path.join(HERE, "divergences", "*.py")))


def read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def beside(program: str, ending: str) -> str:
    return os.path.splitext(program)[0] + ending


def name_of(program: str) -> str:
    return os.path.relpath(program, HERE)


def layout(result: dict) -> str:
    """JSON with a line for each event, so that a change shows in a diff."""
    head = ",\n".join(f" {json.dumps(field)}: {json.dumps(result[field], ensure_ascii=False)}"
                      for field in RESULT_FIELDS[:-1])
    events = ",\n".join("  " + json.dumps(event, ensure_ascii=False, separators=(",", ":"))
                        for event in result["events"])
    return "{\n" + head + ',\n "events": [\n' + events + "\n ]\n}\n"


def regenerate(programs: list[str]) -> int:
    changed = 0
    with Reference(jobs=os.cpu_count() or 1) as reference:
        print(f"CPython {reference.version}")
        for program, result in zip(programs, reference.run_all(map(read, programs))):
            text = layout(result)
            path = beside(program, ".json")
            before = read(path) if os.path.exists(path) else ""
            if text == before:
                continue
            changed += 1
            said = difference(result, json.loads(before)) if before else "new"
            print(f"{name_of(program)}: {(said or 'laid out differently').splitlines()[0]}")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    print(f"{len(programs)} programs, {changed} changed")
    return 0


def fault(engine: str, program: str, level: str) -> str | None:
    """What is wrong with the engine's result for a program; None if nothing is."""
    said = beside(program, ".json")
    if not os.path.exists(said):
        return "what CPython said is missing: --regenerate"
    ours = ask_engine(engine, program)
    if isinstance(ours, str):
        return ours
    expected = beside(program, ".txt")
    if os.path.exists(expected):
        done = subprocess.run([engine, "run", program], capture_output=True, timeout=20)
        if done.stdout.decode(errors="replace") != read(expected) or done.returncode != 0:
            return f"`run` ends with {done.returncode} and prints {done.stdout!r}"
    found = difference(ours, json.loads(read(said)), level)
    if os.path.basename(os.path.dirname(os.path.abspath(program))) == "divergences":
        return None if found else "diverges no longer: it belongs among the programs"
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--regenerate", action="store_true")
    parser.add_argument("--level", choices=LEVELS, default="lines")
    parser.add_argument("arguments", nargs="*", metavar="ENGINE FILE ...")
    options = parser.parse_args()
    arguments = options.arguments
    if options.regenerate:
        return regenerate(arguments or every_program())
    if not arguments:
        parser.error("which engine?")
    engine, programs = arguments[0], arguments[1:] or every_program()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = list(pool.map(lambda program: fault(engine, program, options.level), programs))
    for program, found in zip(programs, faults):
        if found:
            print(f"{name_of(program)}: {found}")
    failed = sum(1 for found in faults if found)
    print(f"{len(programs) - failed} passed, {failed} failed")
    return 1 if failed or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
