#!/usr/bin/env python3
"""What CPython does with a program, on a virtual clock: the reference for the engine.

    python3 reference.py PROGRAM.py [--lines] [--budget EVENTS]

prints JSON:

    {"python": "3.11.7", "exit": 0, "stdout": "...", "stderr": "...",
     "events": [[kind, function, line, turn, time], ...]}

kind      start | suspend | resume | return | raise   of the program's own frames
          line                                        with --lines
          out                                         function holds the text printed
function  the qualified name of the function, as "Hello.__await__.<locals>.closure"
line      the line the frame is at, from 1; 0 for out
turn      how many times an event loop has gone round; 0 before it runs
time      virtual seconds, rounded to microseconds

exit is the exit status; "idle" where the loop would wait for ever; "budget" where the program
went past --budget events, ran ten times as many lines, or computed for ten seconds; "killed"
where it did not end. Idle and budget end the program on the spot, and nothing is finalised.
A coroutine or generator that is closed or thrown into before it started has no events.

stderr is brought to what the engine promises, see normalised(). The program runs as main.py in a
folder of its own. virtual_asyncio.py says which order holds where CPython leaves one open,
recorder.py how the events are seen. The release to compare with is 3.11.
"""
from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import deque

HERE = os.path.dirname(os.path.abspath(__file__))
BUDGET = 200_000


def normalised(stderr: str) -> str:
    """Keeps of standard error what the engine promises.

    Kept are messages, warnings, and the program's own frames in tracebacks with their source
    lines. Left out are the frames of other files, and the carets under source lines, except in the
    report of a syntax error. Memory addresses become 0x…, places in other files <library>, and a
    warning that arose there has no source line.
    """
    carets_kept = "SyntaxError" in stderr or "IndentationError" in stderr
    kept = []
    expecting = ""  # what a deeper indented line would be: a frame's source line, or its carets
    own = True  # whether that frame is the program's
    for line in stderr.splitlines():
        # The branches of an exception group's tree stand before the text: "  | ", "  +-+---".
        text = re.sub(r"^[ |]*\| ", "", line)
        deep = text.startswith("    ")
        warning = re.match(r"(/|<frozen)[^ ]*:\d+: (?=\w*Warning: )", line)
        frame = re.match(r'[ |+-]*File "([^"]+)", line \d+(, in .*)?$', line)
        if warning:
            expecting, own = "warned", True
            line = "<library>: " + line[warning.end():]
        elif expecting == "warned" and line.startswith("  "):
            expecting = ""
            continue
        elif frame:
            own = frame[1] == "main.py"
            expecting = "source"
        elif expecting == "source" and deep:
            expecting = "carets"
        elif (expecting == "carets" and deep and not line.strip(" ~^|")
              and not (own and carets_kept)):
            continue
        else:
            expecting, own = "", True
        if own:
            line = re.sub(r"0x[0-9a-f]+", "0x…", line)
            line = re.sub(r" at (?!main\.py:)(/|<frozen)[^ >]*:\d+", " at <library>", line)
            kept.append(line + "\n")
    return "".join(kept)


class Reference:
    """A CPython that runs programs, several at a time, each in a process of its own.

    with Reference() as reference:
        result = reference.run(source)
        for result in reference.run_all(sources): ...

    quick leaves out the end of the interpreter where it has nothing to finalise. It is three
    times as fast, and for programs without __del__, weakref callbacks, atexit and threads.
    """

    def __init__(self, python: str = sys.executable, jobs: int = 1, quick: bool = False):
        self._quick = quick
        self._folder = tempfile.TemporaryDirectory(prefix="reference-")
        command = [python, "-E", "-S", "-B", "-X", "utf8", os.path.join(HERE, "cpython_server.py")]
        self._servers = []
        for job in range(jobs):
            folder = os.path.join(self._folder.name, str(job))
            os.mkdir(folder)
            self._servers.append(subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE,
                                                  stdout=subprocess.PIPE))
        asked = subprocess.run([python, "-c", "import platform; print(platform.python_version())"],
                               capture_output=True, text=True, check=True)
        self.version = asked.stdout.strip()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        for server in self._servers:
            server.stdin.close()
            server.wait()
            server.stdout.close()
        self._folder.cleanup()

    def run(self, source: str, lines: bool = True, budget: int = BUDGET) -> dict:
        return next(self.run_all([source], lines, budget))

    def run_all(self, sources, lines: bool = True, budget: int = BUDGET):
        """The results, in the order of the sources."""
        free = deque(self._servers)
        busy = deque()
        for source in sources:
            if not free:
                yield self._answer(busy[0])
                free.append(busy.popleft())
            server = free.popleft()
            request = {"source": source, "lines": lines, "budget": budget, "quick": self._quick}
            server.stdin.write(json.dumps(request).encode() + b"\n")
            server.stdin.flush()
            busy.append(server)
        while busy:
            yield self._answer(busy.popleft())

    def _answer(self, server) -> dict:
        line = server.stdout.readline()
        if not line:
            raise RuntimeError("the reference process has died")
        answer = json.loads(line)
        return {"python": self.version, "exit": answer["exit"], "stdout": answer["stdout"],
                "stderr": normalised(answer["stderr"]), "events": answer["events"]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--lines", action="store_true", help="an event for every line run")
    parser.add_argument("--budget", type=int, default=BUDGET, metavar="EVENTS")
    options = parser.parse_args()
    with open(options.program, encoding="utf-8") as file:
        source = file.read()
    with Reference() as reference:
        result = reference.run(source, options.lines, options.budget)
    print(json.dumps(result, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
