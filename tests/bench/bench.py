#!/usr/bin/env python3
"""Measure the engine against this machine's python3, in one run, as ratios.

    python3 bench.py BENCH_ENGINE [--scale F] [--settrace] [PROGRAM ...]

For every program in programs/: operations a second of the engine while it records every event (lines
too), of the engine recording nothing, and of python3 recording nothing, on its own event loop with a
virtual clock; with --settrace also of python3 recording (event, function, line) by sys.settrace. The
ratios are to python3. Best of three each; only ratios carry over to another machine.
"""
import argparse
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")

CPYTHON = r'''
import asyncio, gc, importlib, json, os, sys, time
folder, name, n, trace = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "trace"
sys.path.insert(0, folder)
program = importlib.import_module(name)

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

log = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != program.__file__:
        return None
    log.append((event, frame.f_code.co_name, frame.f_lineno))
    return tracer

best = 1e9
for _ in range(3):
    log.clear()
    gc.collect()
    loop = Loop()
    start = time.perf_counter()
    if trace:
        sys.settrace(tracer)
    result = loop.run_until_complete(program.amain(n)) if hasattr(program, "amain") else program.smain(n)
    sys.settrace(None)
    best = min(best, time.perf_counter() - start)
    loop.close()
    assert result == program.expect(n), result
print(json.dumps({"best_s": best, "ops": program.ops(n)}))
'''


def ask(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def cpython(name, n, trace=False):
    return ask([sys.executable, "-c", CPYTHON, PROGRAMS, name, str(n), "trace" if trace else "plain"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--scale", type=float, default=0.05, help="of the programs' own N (default: 0.05)")
    parser.add_argument("--settrace", action="store_true")
    args = parser.parse_args()
    names = sorted(file[:-3] for file in os.listdir(PROGRAMS) if file.endswith(".py"))
    if args.programs:
        names = [name for name in names if any(wanted in name for wanted in args.programs)]
    head = f"{'program':14}{'recording':>12}{'ratio':>7}{'not':>12}{'ratio':>7}{'overhead':>9}{'python3':>12}{'B/event':>9}"
    print(head + (f"{'settrace':>12}{'ratio':>7}" if args.settrace else ""))
    ratios = {"recording": [], "plain": [], "settrace": []}
    for name in names:
        path = os.path.join(PROGRAMS, name + ".py")
        with open(path, encoding="utf-8") as file:
            full = next(int(line.split("=")[1]) for line in file if line.startswith("N = "))
        n = max(1, int(full * args.scale))
        reference = cpython(name, n)
        ops = reference["ops"]
        recording = ask([args.engine, path, str(n), "--record"])
        plain = ask([args.engine, path, str(n), "--no-record"])
        rates = [ops / measured["best_s"] for measured in (recording, plain, reference)]
        ratios["recording"].append(rates[0] / rates[2])
        ratios["plain"].append(rates[1] / rates[2])
        line = (f"{name:14}{rates[0]:12,.0f}{rates[0] / rates[2]:7.2f}{rates[1]:12,.0f}{rates[1] / rates[2]:7.2f}"
                f"{rates[1] / rates[0]:8.2f}x{rates[2]:12,.0f}{recording['bytes'] / recording['events']:9.1f}")
        if args.settrace:
            traced = cpython(name, max(1, n // 10), trace=True)
            rate = traced["ops"] / traced["best_s"]
            ratios["settrace"].append(rates[0] / rate)
            line += f"{rate:12,.0f}{rates[0] / rate:7.1f}"
        print(line, flush=True)
    for what, values in ratios.items():
        if values:
            print(f"geometric mean, {what}: {math.exp(sum(map(math.log, values)) / len(values)):.2f}")


if __name__ == "__main__":
    main()
