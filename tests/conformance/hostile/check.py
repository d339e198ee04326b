#!/usr/bin/env python3
"""Run hostile programs (see generate.py) through the engine and compare with this machine's python3.

    python3 check.py [--seed S] [--count N] [--only NUMBER ...] [--least PERCENT] [--engine-only] AWAITSCOPE

Equal is: what is printed, and the exit status with the last line of standard error. Programs run many at a
time; where a process dies or takes too long, the one program that did it is found. One that ends python3 itself
is left out. Prints how many are equal and the numbers of those that are not (--show K: K of them with
program and first difference); fails where a program crashes or hangs the engine, or less than --least per cent are equal.
--engine-only compares with nothing: no crash, no hang.
"""
from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from generate import prelude, program

BATCH = 50


class Checker:
    def __init__(self, seed: int, engine: str, folder: str, timeout: float):
        self.seed, self.engine, self.folder, self.timeout = seed, engine, folder, timeout

    def run(self, command: list[str], numbers: list[int]) -> dict[int, str]:
        """What each program printed; "crash: ..." or "hang" where it ended the process."""
        name = os.path.join(self.folder, f"{numbers[0]}-{numbers[-1]}-{os.path.basename(command[0])}.py")
        with open(name, "w", encoding="utf-8") as file:
            file.write(prelude() + "\n".join(program(self.seed, number) for number in numbers))
        try:
            done = subprocess.run([*command, name], capture_output=True, timeout=self.timeout if len(numbers) == 1 else 2 * self.timeout,
                                  env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
            fault = None
            if done.returncode < 0 or done.returncode > 2 or b"Sanitizer" in done.stderr or b"runtime error" in done.stderr:
                fault = f"crash: status {done.returncode}, {done.stderr.decode(errors='replace').strip()[-300:]}"
        except subprocess.TimeoutExpired:
            fault = "hang"
        if fault:
            if len(numbers) == 1:
                return {numbers[0]: fault}
            middle = len(numbers) // 2
            return {**self.run(command, numbers[:middle]), **self.run(command, numbers[middle:])}
        parts = re.split(r"^# \d+/(\d+)\n", done.stdout.decode(errors="replace"), flags=re.MULTILINE)
        said = {int(number): text for number, text in zip(parts[1::2], parts[2::2])}
        if done.returncode or len(said) != len(numbers):  # an error outside of all programs: whose?
            ending = f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip().splitlines()[-1:]}"
            if len(numbers) > 1:
                middle = len(numbers) // 2
                return {**self.run(command, numbers[:middle]), **self.run(command, numbers[middle:])}
            said[numbers[0]] = said.get(numbers[0], "") + ending
        return said

    def ours(self, numbers: list[int]) -> dict[int, str]:
        return self.run([self.engine, "run", "--python", "3.11"], numbers)

    def theirs(self, numbers: list[int]) -> dict[int, str]:
        return self.run([sys.executable], numbers)


def ends_process(said: str) -> bool:
    return said.startswith("crash") or said == "hang"


def difference(ours: str, theirs: str) -> str:
    left, right = ours.splitlines(), theirs.splitlines()
    for at in range(max(len(left), len(right))):
        a, b = left[at:at + 1], right[at:at + 1]
        if a != b:
            return f"line {at + 1}\n  python3: {b[0] if b else '-'}\n  engine:  {a[0] if a else '-'}"
    return "-"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", metavar="AWAITSCOPE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--only", type=int, nargs="+")
    parser.add_argument("--least", type=float, default=99.0)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--timeout", type=float, default=5)
    parser.add_argument("--engine-only", action="store_true")
    options = parser.parse_args()
    numbers = options.only or list(range(options.count))
    batches = [numbers[at:at + BATCH] for at in range(0, len(numbers), BATCH)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        checker = Checker(options.seed, options.engine, folder, options.timeout)
        ours = {number: said for part in pool.map(checker.ours, batches) for number, said in part.items()}
        theirs = {} if options.engine_only else {
            number: said for part in pool.map(checker.theirs, batches) for number, said in part.items()}
    fatal = [number for number in numbers if ends_process(ours[number])]
    for number in fatal:
        print(f"{options.seed}/{number}: {ours[number]}")
    if options.engine_only:
        print(f"{len(numbers)} programs of seed {options.seed}, {len(fatal)} crash or hang")
        return 1 if fatal else 0
    compared = [number for number in numbers if not ends_process(theirs[number])]
    different = [number for number in compared if ours[number] != theirs[number] and number not in fatal]
    for number in different[:options.show]:
        print(f"--- {options.seed}/{number}\n{program(options.seed, number).rstrip()}")
        print(difference(ours[number], theirs[number]))
    equal = len(compared) - len(different) - len([number for number in fatal if number in compared])
    percent = 100 * equal / max(1, len(compared))
    print(f"{len(numbers)} programs of seed {options.seed}: {equal} equal ({percent:.2f} %), {len(fatal)} crash or hang, "
          f"{len(numbers) - len(compared)} left out, since they end python3 itself")
    if different:
        print("different:", *different)
    return 1 if fatal or percent < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
