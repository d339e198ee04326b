#!/usr/bin/env python3
"""Run programs in this interpreter on a virtual clock, each in a forked process of its own.

Not for people: reference.py starts it and talks to it. A request is a line of JSON on standard
input, {"source": ..., "lines": ..., "budget": ..., "quick": ...}; the answer is a line of JSON on
standard output, {"exit": ..., "stdout": ..., "stderr": ..., "events": [...]}, with stderr as it
came. What the fields mean is written in reference.py.

The main process never runs a program. The forked one leaves the loop below, runs the program and
comes to the end of this file, so that the interpreter winds up as it does for any program. That
is most of the work; "quick" says that it may be left out where nothing could come of it.
"""
import asyncio
import gc
import json
import os
import signal
import site
import sys
import tracemalloc  # noqa: F401 - for the warnings about coroutines: imported once, not each time
import types

import virtual_asyncio
from recorder import PROGRAM, Recorder

PROCESSOR_SECONDS = 10  # a program that spends more than this in one place is over its budget
WALL_SECONDS = 60  # and one that waits for something outside is killed


class RecordedOutput:
    """Standard output that is an event too."""

    def __init__(self, stream, recorder):
        self._stream, self._recorder = stream, recorder

    def write(self, text):
        if text:
            self._recorder.out(text)
        return self._stream.write(text)

    def __getattr__(self, name):
        return getattr(self._stream, name)


class Server:
    def __init__(self):
        self.requests, self.answers = os.dup(0), os.dup(1)
        self.nothing = os.open(os.devnull, os.O_RDONLY)
        self.files = {name: os.memfd_create(name) for name in ("stdout", "stderr", "result")}

    def next_program(self):
        """In the main process: answers requests until there are none, then gives None.
        In a forked process: gives the request to run."""
        with os.fdopen(self.requests, "rb", closefd=False) as requests:
            for line in requests:
                for file in self.files.values():
                    os.ftruncate(file, 0)
                    os.lseek(file, 0, os.SEEK_SET)
                request = json.loads(line)
                with open(PROGRAM, "w", encoding="utf-8", newline="") as program:
                    program.write(request["source"])  # tracebacks and warnings quote its lines
                pid = os.fork()
                if pid == 0:
                    return request
                os.waitpid(pid, 0)
                self.answer()
        return None

    def text(self, name):
        file = self.files[name]
        return os.pread(file, os.fstat(file).st_size, 0).decode("utf-8", "replace")

    def answer(self):
        # No result: the process was killed, or crashed.
        answer = json.loads(self.text("result") or '{"exit": "killed", "events": []}')
        answer |= {"stdout": self.text("stdout"), "stderr": self.text("stderr")}
        data = json.dumps(answer).encode() + b"\n"
        while data:
            data = data[os.write(self.answers, data):]


def execute(request, server):
    for target, file in enumerate((server.nothing, server.files["stdout"], server.files["stderr"])):
        os.dup2(file, target)

    def save(status):
        result = {"exit": status, "events": recorder.events()}
        os.write(server.files["result"], json.dumps(result).encode())

    def finish(status):
        """Ends the program on the spot: what it printed stands, nothing is finalised."""
        sys.settrace(None)
        sys.stdout.flush()
        sys.stderr.flush()
        save(status)
        os._exit(0)

    recorder = Recorder(virtual_asyncio.Clock, request["lines"], request["budget"], finish)
    virtual_asyncio.when_idle(lambda: finish("idle"))
    signal.signal(signal.SIGVTALRM, lambda *_: finish("budget"))
    signal.setitimer(signal.ITIMER_VIRTUAL, PROCESSOR_SECONDS)
    signal.alarm(WALL_SECONDS)
    sys.argv = [PROGRAM]
    sys.stdout = RecordedOutput(sys.stdout, recorder)
    main = types.ModuleType("__main__")
    main.__file__, main.__builtins__ = PROGRAM, __builtins__
    sys.modules["__main__"] = main
    status = run_module(request["source"], main, recorder)
    recorder.stop()
    sys.stdout.flush()
    save(status)
    if request["quick"] and nothing_left_to_say():
        sys.stderr.flush()
        os._exit(0)


def nothing_left_to_say():
    """Whether finalising would show nothing, for a program that has no __del__, weakref callback,
    atexit function or thread: no coroutine or generator that has yet to end, and no future that
    has yet to complain. What was there before the program is frozen and is not looked at."""
    for left in gc.get_objects():
        if isinstance(left, types.CoroutineType):
            silent = left.cr_frame is None
        elif isinstance(left, types.GeneratorType):
            silent = left.gi_frame is None
        elif isinstance(left, types.AsyncGeneratorType):
            silent = left.ag_frame is None
        elif isinstance(left, asyncio.Future):
            silent = left.done() and not left._log_traceback
        else:
            silent = True
        if not silent:
            return False
    return True


def run_module(source, main, recorder):
    """Runs the program and gives its exit status; says what it died of, as the interpreter does."""
    try:
        code = compile(source, PROGRAM, "exec")
        sys.settrace(recorder.enter)
        try:
            exec(code, main.__dict__)
        finally:
            sys.settrace(None)
    except SystemExit as stop:
        if stop.code is None or isinstance(stop.code, int):
            return stop.code or 0
        print(stop.code, file=sys.stderr)
        return 1
    except BaseException as error:
        own = error.__traceback__
        while own and own.tb_frame.f_code.co_filename != PROGRAM:
            own = own.tb_next
        sys.excepthook(type(error), error.with_traceback(own), own)
        return 1
    return 0


virtual_asyncio.install()
os_server = Server()
site.setquit()  # exit and quit; the rest of site costs time at the end of every program
gc.collect()
gc.freeze()  # what is here already is not the program's garbage
program = os_server.next_program()
if program is not None:
    execute(program, os_server)
