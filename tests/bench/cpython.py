"""A bench program on CPython, with its own event loop and a virtual clock: in a process, or in Pyodide.

    python3 cpython.py FOLDER PROGRAM [--settrace]

makes a run for each N that it reads, a line each, and prints the seconds of processor time that it took;
--settrace records (event, function, line) meanwhile.
"""
import asyncio
import gc
import importlib
import json
import sys
import time


class Selector:
    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("nothing can wake the loop")
        self.loop.now += timeout
        return []


class Loop(asyncio.base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self.now = 0.0
        self._selector = Selector(self)
        self._clock_resolution = 1e-9

    def time(self):
        return self.now

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def measure(folder, name, n, trace=False, runs=3, clock=time.process_time):
    if folder not in sys.path:
        sys.path.insert(0, folder)
    program = importlib.import_module(name)
    log = []

    def tracer(frame, event, arg):
        if frame.f_code.co_filename != program.__file__:
            return None
        log.append((event, frame.f_code.co_name, frame.f_lineno))
        return tracer

    best = 1e9
    # In Pyodide a loop of the browser's is running already.
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    for _ in range(runs):
        log.clear()
        gc.collect()
        loop = Loop()
        start = clock()
        if trace:
            sys.settrace(tracer)
        result = loop.run_until_complete(program.amain(n)) if hasattr(program, "amain") else program.smain(n)
        sys.settrace(None)
        best = min(best, clock() - start)
        loop.close()
        assert result == program.expect(n), result
    asyncio._set_running_loop(running)
    return json.dumps({"best_s": best, "ops": program.ops(n)})


if __name__ == "__main__":
    for line in sys.stdin:
        measured = json.loads(measure(sys.argv[1], sys.argv[2], int(line), "--settrace" in sys.argv, runs=1))
        print(measured["best_s"], flush=True)
