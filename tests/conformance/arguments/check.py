#!/usr/bin/env python3
"""Call every builtin, every method of every builtin type and every function of every module with wrong arguments.

    python3 check.py [--only NAME ...] [--show K] [--compare] [--words] [--list FILE] AWAITSCOPE
    python3 check.py --slots AWAITSCOPE

Each is called with each of some fifty values alone, with two, three, four, five and nine of them in fixed combinations, with
arguments by name, with none, and each method with something else in the place of self, or with an object that __new__ alone has
made, or one of a derived class. No call may crash the engine, hang, or come to a limit; with --compare it is also said what raises
something else than this machine's python3 (--words: or says it otherwise).

--slots puts what belongs elsewhere in the place of every special method of classes derived from ten types (see slots.py).
"""
from __future__ import annotations

import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from dull import DULL

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 40
ENDLESS = 1 << 30


def read(name: str) -> str:
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()


class Program:
    """One of the two: what it says of each call."""

    def __init__(self, command: list[str], folder: str, timeout: float):
        self.command, self.folder, self.timeout = command, folder, timeout
        self.beginning = read("prelude.py") + read("targets.py")
        self.faults: list[str] = []
        self.count = 0

    def execute(self, body: str, name: str, timeout: float) -> tuple[str, str]:
        """The output and what was wrong."""
        path = os.path.join(self.folder, re.sub(r"\W", "_", name) + f"-{os.path.basename(self.command[0])}.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.beginning + body)
        try:
            done = subprocess.run([*self.command, path], capture_output=True, timeout=timeout, stdin=subprocess.DEVNULL,
                                  env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "", "PYTHONIOENCODING": "utf-8:surrogateescape"})
        except subprocess.TimeoutExpired:
            return "", "hang"
        output, errors = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        if done.returncode or "Sanitizer" in errors or "runtime error" in errors or not output.endswith("# end\n"):
            return output, f"status {done.returncode}: {errors.strip()[-300:]}"
        return output, ""

    def names(self) -> dict[str, str]:
        output, fault = self.execute('for name, receiver, made in names():\n    print(name, receiver, type(made).__name__)\nprint("# end")\n', "names", 60)
        if fault:
            raise SystemExit(f"{self.command[0]} cannot list what there is: {fault}")
        found = {}
        for line in output.splitlines()[:-1]:
            name, receiver, kind = line.split(" ")
            found[name] = kind
        return found

    def run(self, names: list[str], first: int = 0, last: int = ENDLESS) -> dict[str, dict[str, str]]:
        """Name -> call -> what came of it."""
        body = f"""
chosen = {names!r}
dull = {dict((name, dull_of(name)) for name in names)!r}
made = {{name: (receiver, function) for name, receiver, function in names()}}
for name in chosen:
    receiver, function = made[name]
    print("##", name)
    attempt_all(name, function, None if receiver is None else RECEIVERS[receiver], receiver is not None and receiver >= COMPLETE, dull[name], {first}, {last})
print("# end")
"""
        single = len(names) == 1
        output, fault = self.execute(body, f"{names[0]}-{first}-{last}", self.timeout if single else 4 * self.timeout)
        if not fault:
            return parse(output)
        if not single:
            middle = len(names) // 2
            return {**self.run(names[:middle]), **self.run(names[middle:])}
        if last == ENDLESS:
            last = 500
        if last - first > 1:
            middle = (first + last) // 2
            left, right = self.run(names, first, middle), self.run(names, middle, last)
            return {names[0]: {**left[names[0]], **right[names[0]]}}
        self.faults.append(f"{names[0]} {first}: {fault}")
        print("FAULT", self.faults[-1], flush=True)
        return {names[0]: {f"{first}": f"{first} -> FAULT {fault}"}}


class Slots(Program):
    """Special methods that are others'."""

    def __init__(self, command: list[str], folder: str, timeout: float):
        super().__init__(command, folder, timeout)
        self.beginning = read("slots.py")

    def run_slots(self, base: str, specials: list[str]) -> int:
        """How many uses there were."""
        body = f"attempt_all([{base!r}], {specials!r})\nprint('# end')\n"
        single = len(specials) == 1
        output, fault = self.execute(body, f"{base}-{specials[0]}-{len(specials)}", self.timeout if single else 4 * self.timeout)
        if not fault:
            return output.count("\n")
        if single:
            self.faults.append(f"{base} {specials[0]}: {fault}")
            print("FAULT", self.faults[-1], flush=True)
            return 0
        middle = len(specials) // 2
        return self.run_slots(base, specials[:middle]) + self.run_slots(base, specials[middle:])


def check_slots(engine: str, timeout: float) -> int:
    space: dict = {}
    exec(read("slots.py"), space)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        slots = Slots([engine, "run", "--python", "3.11", "--limit", "output=200000000"], folder, timeout)
        uses = sum(pool.map(lambda base: slots.run_slots(base, list(space["USES"])), space["BASES"]))
    print(f"{uses} uses of special methods: {len(slots.faults)} crash or hang")
    return 1 if slots.faults else 0


def dull_of(name: str) -> list[str]:
    return sum((values for pattern, values in DULL if re.fullmatch(pattern, name)), [])


def parse(output: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in output.splitlines():
        if line.startswith("## "):
            calls = found.setdefault(line[3:], {})
        elif line[:1].isdigit():
            calls[line.split(" ", 1)[0]] = line
    return found


def plain(line: str) -> str:
    return re.sub(r"0x[0-9a-f]+", "0x", line.split(") -> ", 1)[-1])


def differs(ours: str, theirs: str, words: bool) -> bool:
    ours, theirs = plain(ours), plain(theirs)
    if ours == theirs:
        return False
    if words and ours.startswith("TypeError"):
        return True
    return ours.split(":")[0] != theirs.split(":")[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", metavar="AWAITSCOPE")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--timeout", type=float, default=5)
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--native-only", action="store_true")
    parser.add_argument("--slots", action="store_true")
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--list", metavar="FILE")
    options = parser.parse_args()
    if options.slots:
        return check_slots(options.engine, options.timeout)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        ours = Program([options.engine, "run", "--python", "3.11", "--limit", "output=200000000"], folder, options.timeout)
        theirs = Program([sys.executable], folder, options.timeout)
        there = ours.names()
        known = theirs.names() if options.compare else there
        names = [name for name in there if name in known and (not options.only or any(re.fullmatch(each, name) for each in options.only))]
        if options.native_only:
            names = [name for name in names if there[name] not in ("function", "type", "ABCMeta", "EnumType")]
        batches = [names[at:at + BATCH] for at in range(0, len(names), BATCH)]
        jobs = [(pool.submit(ours.run, batch), pool.submit(theirs.run, batch) if options.compare else None) for batch in batches]
        said = {name: calls for job, _ in jobs for name, calls in job.result().items()}
        expected = {name: calls for _, job in jobs if job for name, calls in job.result().items()}
    ends_python = {fault.split(":")[0] for fault in theirs.faults}
    faults = [fault for fault in ours.faults if fault.split(":")[0] not in ends_python]
    calls = sum(len(each) for each in said.values())
    if not options.compare:
        print(f"{calls} calls of {len(names)}: {len(faults)} crash or hang")
        return 1 if faults else 0
    for fault in theirs.faults:
        print("python3 itself:", fault)
    different: dict[str, list[tuple[str, str]]] = collections.defaultdict(list)
    for name in names:
        for number, theirs_said in expected[name].items():
            if "FAULT" in theirs_said or "FAULT" in said[name].get(number, ""):
                continue
            if differs(said[name].get(number, "-"), theirs_said, options.words):
                different[name].append((said[name].get(number, "-"), theirs_said))
    total = sum(map(len, different.values()))
    with open(options.list or os.devnull, "w", encoding="utf-8") as file:
        for name, pairs in different.items():
            for a, b in pairs:
                file.write(f"{b}\n{'':10}{a.split(') -> ', 1)[-1]}\n")
    for name, pairs in sorted(different.items(), key=lambda item: -len(item[1])):
        print(f"--- {name}: {len(pairs)} of {len(expected[name])}")
        for a, b in pairs[:options.show]:
            print(f"  {b}\n     engine: {plain(a)}")
    print(f"{calls} calls of {len(names)}: {len(faults)} crash or hang, {total} differ in {len(different)}")
    return 1 if faults or total else 0


if __name__ == "__main__":
    sys.exit(main())
