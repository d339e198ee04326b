#!/usr/bin/env python3
"""Does the engine have the names that CPython has?

    python3 check.py ENGINE [--list]
    python3 check.py --regenerate --python PYTHON ...

cpython.txt says what each version of CPython has, as names.py asked it: a line for each module and each class, each
name followed by the versions that have it (oldest first, by their last number), where that is not every version whose
module it is. missing.txt is what the engine is known not to have, in groups: a comment that says why, and lines of the
same form, where a name may end with the versions in which it is missing. A name that is in neither the engine nor
missing.txt is a failure, and so is one that is in both. --list writes missing.txt anew: what is new in it comes last,
in a group that still has to be given its reason.

--regenerate asks the CPythons of all versions and writes cpython.txt.
"""
from __future__ import annotations

import argparse
import os
import subprocess
import sys

from names import MODULES

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE, MISSING = os.path.join(HERE, "cpython.txt"), os.path.join(HERE, "missing.txt")
VERSIONS = ("3.11", "3.14", "3.15")
UNEXPLAINED = "# To be looked at."
Found = dict[str, dict[str, set[str]]]  # by line: by name: the versions

# Runs in the engine. It reaches a class as a program would, and asks for each attribute.
QUESTIONS = """\
import importlib, warnings
from _engine import module_list
warnings.simplefilter("ignore")
bytearray, memoryview  # written in Python: there when they are named
def home(path, module):
    value = importlib.import_module(module)
    for part in path[len(module):].split(".")[1:]:
        value = getattr(value, part)
    return value
for line in NAMES.splitlines():
    where, _, names = line.partition(": ")
    names = names.split()
    if where == "(modules)":
        there = set(module_list()) | {"builtins"}
        print(where + ":", *[name for name in names if name not in there])
        continue
    where, _, module = where.partition("@")
    try:
        thing = home(where, module)
    except (ImportError, AttributeError):
        thing = None
    print(where + ":", *([name for name in names if not hasattr(thing, name)] if thing is not None else names))
print("(engine):", *[name for name in module_list() if name == "__future__" or "._" not in "." + name])
"""


def minor(version: str) -> str:
    return version.partition(".")[2]


def parse(text: str) -> Found:
    """Lines of names; without versions: all of them."""
    found: Found = {}
    for line in text.splitlines():
        if not line or line[0] == "#":
            continue
        where, _, names = line.partition(":")
        for name in names.split():
            name, _, versions = name.partition("@")
            found.setdefault(where, {})[name] = ({f"3.{each}" for each in versions.split(",")} if versions
                                                 else set(VERSIONS))
    return found


def line_of(where: str, names: dict[str, set[str]], every: set[str]) -> str:
    shown = [name if versions == every else f"{name}@{','.join(minor(each) for each in VERSIONS if each in versions)}"
             for name, versions in sorted(names.items())]
    return f"{where}: {' '.join(shown)}"


def regenerate(pythons: list[str]) -> None:
    reference: Found = {}
    asked = set()
    for python in pythons:
        ask = [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        version = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
        asked.add(version)
        output = subprocess.run([python, os.path.join(HERE, "names.py")], capture_output=True, text=True, check=True)
        for line in output.stdout.splitlines():
            where, _, names = line.partition(":")
            for name in names.split():
                reference.setdefault(where, {}).setdefault(name, set()).add(version)
    if asked != set(VERSIONS):
        sys.exit(f"asks all of {', '.join(VERSIONS)}; was given {', '.join(sorted(asked)) or 'none'}")
    with open(REFERENCE, "w", encoding="utf-8") as file:
        file.write("# Made by check.py --regenerate, which says how it is to be read.\n")
        file.writelines(line_of(where, names, set(VERSIONS)) + "\n" for where, names in sorted(reference.items()))


def missing_in(engine: str, version: str, reference: Found) -> tuple[dict[str, list[str]], list[str]]:
    """What the engine has not; and the modules that it has."""
    lines = []
    for where, names in reference.items():
        there = [name for name, versions in names.items() if version in versions]
        if there:
            homes = [each for each in MODULES if where == each or where.startswith(each + ".")]
            module = max(homes, key=len, default="")
            lines.append(f"{where}{'@' + module if module and where[0] != '(' else ''}: {' '.join(there)}")
    program = f"NAMES = {chr(10).join(lines)!r}\n" + QUESTIONS
    done = subprocess.run([engine, "run", "--python", version, "-"], input=program, capture_output=True, text=True,
                          timeout=300)
    if done.returncode:
        sys.exit(f"under {version} the engine says: {done.stderr}")
    answers = dict(line.partition(":")[::2] for line in done.stdout.splitlines())
    modules = answers.pop("(engine)").split()
    return {where: names.split() for where, names in answers.items()}, modules


def groups(text: str) -> list[tuple[str, Found]]:
    made: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("#"):
            if made and not made[-1][1]:
                made[-1] = (made[-1][0] + "\n" + line, [])
            else:
                made.append((line, []))
        elif line:
            made[-1][1].append(line)
    return [(reason, parse("\n".join(lines))) for reason, lines in made]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", nargs="?")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--regenerate", action="store_true")
    parser.add_argument("--python", action="append", default=[])
    options = parser.parse_args()
    if options.regenerate:
        return regenerate(options.python)
    with open(REFERENCE, encoding="utf-8") as file:
        reference = parse(file.read())
    text = ""
    if os.path.exists(MISSING):
        with open(MISSING, encoding="utf-8") as file:
            text = file.read()
    missing: Found = {}
    faults = []
    for version in VERSIONS:
        found, modules = missing_in(options.engine, version, reference)
        for where, names in found.items():
            for name in names:
                missing.setdefault(where, {}).setdefault(name, set()).add(version)
        faults += [f"{name} ({version}) is a module that names.py does not ask about"
                   for name in modules
                   if name not in MODULES and not any(each.startswith(name + ".") for each in MODULES)]
    known = groups(text)
    if options.list:
        return write(missing, known, reference)
    # (A name without versions is missing wherever CPython has it.)
    said: Found = {}
    for _, lines in known:
        for where, names in lines.items():
            for name, versions in names.items():
                had = reference.get(where, {}).get(name, set())
                said.setdefault(where, {}).setdefault(name, set()).update(versions & had or versions)
    for where in sorted(set(missing) | set(said)):
        for name in sorted(set(missing.get(where, {})) | set(said.get(where, {}))):
            really, expected = missing.get(where, {}).get(name, set()), said.get(where, {}).get(name, set())
            for version in VERSIONS:
                if version in really - expected:
                    faults.append(f"{where}: {name} ({version}) is not here, and missing.txt does not say so")
                if version in expected - really:
                    faults.append(f"{where}: {name} ({version}) is here, though missing.txt says that it is not")
    for fault in faults[:60]:
        print(fault)
    count = sum(len(names) for names in missing.values())
    print(f"{sum(map(len, reference.values()))} names of CPython, {count} known to be missing, {len(faults)} faults")
    sys.exit(1 if faults else 0)


def write(missing: Found, known: list[tuple[str, Found]], reference: Found) -> None:
    left = {where: dict(names) for where, names in missing.items()}
    made = []
    for reason, lines in known:
        kept = {where: {name: left[where].pop(name) for name in names if name in left.get(where, {})}
                for where, names in lines.items()}
        made.append((reason, kept))
    made.append((UNEXPLAINED, left))
    with open(MISSING, "w", encoding="utf-8") as file:
        parts = []
        for reason, lines in made:
            shown = []
            for where, names in sorted(lines.items()):
                if names:
                    # Where it is missing wherever CPython has it, that needs no saying.
                    plain = {name: set(VERSIONS) if versions == reference[where][name] else versions
                             for name, versions in names.items()}
                    shown.append(line_of(where, plain, set(VERSIONS)))
            if shown:
                parts.append("\n".join([reason, *shown]) + "\n")
        file.write("\n".join(parts))


if __name__ == "__main__":
    main()
