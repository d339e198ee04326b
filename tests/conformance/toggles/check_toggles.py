#!/usr/bin/env python3
"""Compare combinations of the sample object's toggles with CPython.

    python3 check_toggles.py ENGINE [--sample N] [--seed S] [--level output|events|lines]
    python3 check_toggles.py ENGINE --digests [--all]

The first draws N combinations at random and prints the seed it drew them with. It takes each
program from `ENGINE source`, runs it with `ENGINE trace` and with this machine's python3, and
prints for each that differs its toggles and the first difference with both sides.

The second asks this machine's python3 about every 101st combination, or about all of them, and
compares with its file of digests, such as digests-3.11; --write makes the file anew, which takes
a quarter of an hour and more. It goes on where it was stopped: part-of-digests-3.11 is how far it got. The file has a line for every ten combinations, in the order of their numbers
(engine/lesson/toggles.h), of ten digests each (digest.py says what a digest is). --python PYTHON
asks another CPython than this machine's python3, --jobs N as many at a time as that.

Both end with `N passed, N failed`; the exit status is 1 if any failed.
"""
from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from compare import LEVELS, ask_engine, difference  # noqa: E402
from engine import Engine  # noqa: E402
from digest import DIGITS, digest  # noqa: E402
from reference import Reference  # noqa: E402

# The contract: the ids in the order of their numbers, the first of each row is the default.
TOGGLES = {
    "init": "plain async",
    "await": "none closure generator sleeps not_iterator async_def",
    "aenter": "none plain awaits_self sleeps raises returns_none sync_def",
    "aexit": "none plain suppresses sleeps raises sync_def",
    "method": "plain sleeps raises not_awaited",
    "use": "construct await async_with await_async_with sync_with await_twice",
    "run": "single gather task_group timeout cancelled",
    "loop": "get_event_loop asyncio_run",
}
TOGGLES = {toggle: ids.split() for toggle, ids in TOGGLES.items()}
COMBINATIONS = 120_960
PER_LINE = 10
BATCH = 100  # programs asked for at a time


def options_of(number: int) -> list[str]:
    """The combination with this number, as options of the command line."""
    options: list[str] = []
    for toggle, ids in reversed(TOGGLES.items()):
        number, choice = divmod(number, len(ids))
        options[:0] = ["--" + toggle, ids[choice]]
    return options


def source_of(engine: str, number: int) -> str:
    command = [engine, "source", *options_of(number)]
    done = subprocess.run(command, capture_output=True, timeout=20, check=True)
    return done.stdout.decode()


def version_of(reference: Reference) -> str:
    return ".".join(reference.version.split(".")[:2])


def digests_file(reference: Reference) -> str:
    return os.path.join(HERE, f"digests-{version_of(reference)}")


def check_engine(engine: str, python: str, numbers: list[int], level: str, jobs: int) -> int:
    """How many of these combinations differ from CPython."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool, \
            Reference(python, jobs, quick=True) as reference:

        def ask(number: int) -> tuple[str, dict | str]:
            source = source_of(engine, number)
            program = os.path.join(folder, f"{number}.py")
            with open(program, "w", encoding="utf-8") as file:
                file.write(source)
            result = ask_engine(Engine(engine), program, version_of(reference))
            os.unlink(program)
            return source, result

        asked = list(pool.map(ask, numbers))
        expected = reference.run_all(source for source, _ in asked)
        for number, (_, ours), theirs in zip(numbers, asked, expected):
            found = ours if isinstance(ours, str) else difference(ours, theirs, level)
            if found:
                failed += 1
                print(" ".join(options_of(number)) + ": " + found)
    return failed


def digests_of(engine: str, reference: Reference, numbers, jobs: int):
    """CPython's digests of these combinations, in order."""

    def sources():
        with ThreadPoolExecutor(jobs) as pool:
            for first in range(0, len(numbers), BATCH):
                batch = numbers[first:first + BATCH]
                yield from pool.map(lambda number: source_of(engine, number), batch)

    return map(digest, reference.run_all(sources()))


def write_digests(engine: str, python: str, jobs: int) -> None:
    with Reference(python, jobs, quick=True) as reference:
        part = os.path.join(HERE, f"part-of-digests-{version_of(reference)}")
        done = os.path.getsize(part) // DIGITS if os.path.exists(part) else 0
        with open(part, "a", encoding="ascii") as file:
            file.truncate(done * DIGITS)
            for first in range(done, COMBINATIONS, BATCH):
                numbers = range(first, min(first + BATCH, COMBINATIONS))
                file.write("".join(digests_of(engine, reference, numbers, jobs)))
                file.flush()
        with open(part, encoding="ascii") as file:
            text = file.read()
        with open(digests_file(reference), "w", encoding="ascii") as file:
            for first in range(0, len(text), PER_LINE * DIGITS):
                file.write(text[first:first + PER_LINE * DIGITS] + "\n")
        os.unlink(part)


def check_digests(engine: str, python: str, numbers: list[int], jobs: int) -> int:
    """How many of these combinations do something else here than the file of digests says."""
    failed = 0
    with Reference(python, jobs, quick=True) as reference:
        with open(digests_file(reference), encoding="ascii") as file:
            text = file.read().replace("\n", "")
        for number, ours in zip(numbers, digests_of(engine, reference, numbers, jobs)):
            kept = text[number * DIGITS:(number + 1) * DIGITS]
            if ours != kept:
                failed += 1
                print(f"{' '.join(options_of(number))}: {ours} here, {kept} in the file")
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", metavar="ENGINE", help="the awaitscope command")
    parser.add_argument("--python", default=sys.executable, help="the CPython that is asked")
    parser.add_argument("--sample", type=int, default=2000, metavar="N")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--level", choices=LEVELS, default="lines")
    parser.add_argument("--digests", action="store_true", help="check the file of digests")
    parser.add_argument("--all", action="store_true", help="with --digests: every combination")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--write", action="store_true", help="write the file of digests")
    options = parser.parse_args()
    if options.write:
        write_digests(options.engine, options.python, options.jobs)
        return 0
    if options.digests:
        numbers = list(range(0, COMBINATIONS, 1 if options.all else 101))
        failed = check_digests(options.engine, options.python, numbers, options.jobs)
    else:
        seed = random.randrange(1_000_000) if options.seed is None else options.seed
        print(f"seed {seed}")
        numbers = random.Random(seed).sample(range(COMBINATIONS), options.sample)
        failed = check_engine(options.engine, options.python, numbers, options.level, options.jobs)
    print(f"{len(numbers) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
