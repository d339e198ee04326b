"""The engine's command line, as a program or, built for WebAssembly, under node.

run() gives what subprocess.run does, and raises subprocess.TimeoutExpired as it does. Several threads may call it.
"""
from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import time

MANY_RUNS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "many_runs.mjs")


class Engine:
    """A process for every run."""

    def __init__(self, *command: str):
        self.command = list(command)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def run(self, words: list[str], seconds: float) -> subprocess.CompletedProcess:
        return subprocess.run([*self.command, *words], capture_output=True, timeout=seconds)


class EngineUnderNode(Engine):
    """As many processes as threads ask at a time, each for run after run: many_runs.mjs.

    Node starts and V8 compiles the engine in a quarter of a second, in which ten programs run. When a run has ended its
    process, or has taken too long, the next one gets another.
    """

    def __init__(self, node: str, script: str):
        super().__init__(node, script)
        self._idle: list[subprocess.Popen] = []

    def __exit__(self, *exception):
        for process in self._idle:
            process.communicate()

    def run(self, words: list[str], seconds: float) -> subprocess.CompletedProcess:
        try:
            process = self._idle.pop()
        except IndexError:
            node, script = self.command
            process = subprocess.Popen([node, MANY_RUNS, script], bufsize=0, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with contextlib.suppress(BrokenPipeError):  # it has died: there will be no answer either
            process.stdin.write(json.dumps(words).encode() + b"\n")
        try:
            answer = read_answer(process.stdout, seconds)
        except TimeoutError:
            process.kill()
            process.communicate()
            raise subprocess.TimeoutExpired(words, seconds) from None
        if answer is None:
            _, stderr = process.communicate()
            return subprocess.CompletedProcess(words, process.returncode, b"", stderr)
        self._idle.append(process)
        return subprocess.CompletedProcess(words, *answer)


def read_answer(stream, seconds: float) -> tuple[int, bytes, bytes] | None:
    """The status of a run and what it wrote; None if the stream ends before that."""
    end = time.monotonic() + seconds
    answer = bytearray()
    while True:
        head = answer.find(b"\n") + 1
        if head:
            status, out, err = map(int, answer[:head].split())
            if len(answer) == head + out + err:
                return status, bytes(answer[head:head + out]), bytes(answer[head + out:])
        if not select.select([stream], [], [], max(0, end - time.monotonic()))[0]:
            raise TimeoutError
        part = stream.read(1 << 20)
        if not part:
            return None
        answer += part
