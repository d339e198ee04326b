#!/usr/bin/env python3
"""Holds the programs about streams against CPython with real sockets and a real clock.

    python3 check_streams.py ENGINE [FILE ...]

Each has to print there what the engine prints under the same version. They listen at ports of 127.0.0.1.
"""
import glob
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def printed(command):
    done = subprocess.run(command, capture_output=True, timeout=60, text=True)
    return done.stdout, done.returncode


def main():
    engine, programs = sys.argv[1], sys.argv[2:] or sorted(glob.glob(os.path.join(HERE, "programs", "streams", "*.py")))
    failed = 0
    for program in programs:
        ours, theirs = printed([engine, "run", "--python", "3.11", program]), printed([sys.executable, program])
        if ours != theirs:
            failed += 1
            print(f"{os.path.basename(program)}:\n  engine:  {ours!r}\n  CPython: {theirs!r}")
    print(f"{len(programs) - failed} passed, {failed} failed")
    return 1 if failed or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
