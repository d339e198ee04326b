#!/usr/bin/env python3
"""Write the programs of the lessons, and the solutions of their repairs, among the conformance programs.

    python3 extract_lessons.py [--check] ENGINE

ENGINE is the awaitscope command, which has the lessons built in. The article's listings are in listings/ already. A lesson's
program becomes programs/lessons/ID.py, its solution programs/lessons/ID-solution.py; what belongs to no lesson any more goes,
with what CPython said of it. Then run.py --regenerate asks CPython about those that are new. --check writes nothing: the exit
status is 1 if something would change.
"""
import argparse
import glob
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "programs", "lessons")


def asked(engine: str, *words: str) -> str:
    return subprocess.run([engine, "lessons", *words], check=True, capture_output=True, text=True).stdout


def solution_in(markdown: str) -> str | None:
    found = re.search(r"^### Solution\n.*?^(`{3,})python\n(.*?)^\1\n", markdown, re.DOTALL | re.MULTILINE)
    return found and found[2]


def programs(engine: str) -> dict[str, str]:
    found = {}
    for id_ in re.findall(r"^  (\S+)$", asked(engine), re.MULTILINE):
        if not os.path.exists(os.path.join(HERE, "listings", id_ + ".py")):
            found[id_] = asked(engine, id_, "--program")
        solution = solution_in(asked(engine, id_, "--file"))
        if solution:
            found[id_ + "-solution"] = solution
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("engine")
    arguments = parser.parse_args()
    wanted = programs(arguments.engine)
    changes = []
    for name, text in wanted.items():
        path = os.path.join(FOLDER, name + ".py")
        if os.path.exists(path) and open(path, encoding="utf-8").read() == text:
            continue
        changes.append(path)
        if not arguments.check:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    for path in glob.glob(os.path.join(FOLDER, "*")):
        if os.path.basename(path).split(".")[0] in wanted:
            continue
        changes.append(path)
        if not arguments.check:
            os.unlink(path)
    for path in changes:
        print(os.path.relpath(path, HERE))
    print(f"{len(wanted)} programs, {len(changes)} {'would change' if arguments.check else 'changed'}")
    return 1 if arguments.check and changes else 0


if __name__ == "__main__":
    sys.exit(main())
