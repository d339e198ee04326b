#!/usr/bin/env python3
"""Measure the engine against CPythons, as ratios.

    python3 bench.py BENCH_ENGINE [--python PYTHON ...] [--rounds R] [--ms MS] [--instructions] [--settrace] [PROGRAM ...]
    python3 bench.py BENCH_ENGINE --all [--frames BENCH_FRAMES] [--plot FILE.svg] [PROGRAM ...]

For every program in programs/, how fast the engine runs it while it records every event (lines too), by the speed of
each CPython, which records nothing, on its own event loop with a virtual clock: 2 is twice as fast. Then the first of
these while nothing is recorded, and how many times as long recording takes as that. With --settrace, recording by
the speed of a CPython that records (event, function, line) by sys.settrace.

The speed of a shared machine doubles and halves within a minute. So all of them run side by side: in each of R rounds
everybody does the same operations once, for about MS milliseconds, in an order that is turned round from round to round,
and is set in relation within the round; and every few rounds all begin anew, since a process is by up to 5 % faster or
slower than another of the same program, for as long as it lives, by where its memory happens to lie. A figure is the median of the rounds with its spread; "noisy" stands where
figures.py says that the spread allows none. --instructions also counts the instructions of an operation under valgrind,
which nobody else disturbs.

--all adds what has limits of its own: jumps in recordings of a million events, toggles, growth (a plot
of it with --plot FILE.svg) and, with --frames, the interface's frames.
"""
import argparse
import functools
import importlib
import json
import math
import os
import re
import subprocess
import sys

from figures import FEWEST, geometric_mean, median

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")
sys.path.insert(0, PROGRAMS)


def ask(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])}: {done.stderr.strip()}")
    return json.loads(done.stdout)


class Program:
    def __init__(self, name):
        self.name = name
        self.path = os.path.join(PROGRAMS, name + ".py")
        module = importlib.import_module(name)
        self.full, self.ops = module.N, module.ops


class Runner:
    """A process that runs a program as often as it is asked to."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(self, n):
        """Of N, less what none take: the engine compiles the program and what it imports in each run."""
        return self.ask(n) - self.ask(0)

    def ask(self, n):
        self.process.stdin.write(f"{n}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{' '.join(self.process.args)}: no answer")
        return float(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def cpython(python, program, *options):
    return Runner(python, os.path.join(HERE, "cpython.py"), PROGRAMS, program.name, *options)


def engine(args, program, recording):
    return Runner(args.engine, "answer", program.path, recording)


def count_for(runner, program, seconds):
    """So many N that the runner is busy for about so long."""
    n = 1
    while not program.ops(n) or (taken := runner.seconds(n)) < seconds / 4:
        n *= 2
    return max(1, n // 4, round(n * seconds / taken))


ROUNDS_A_PROCESS = 4


def side_by_side(starts, n, rounds):
    """For each round the seconds of each runner, which are started anew every few rounds."""
    results = []
    while len(results) < rounds:
        runners = {name: start() for name, start in starts.items()}
        for i in range(ROUNDS_A_PROCESS + 1):
            taken = {name: runners[name].seconds(n) for name in list(runners)[:: 1 if i % 2 else -1]}
            if i:  # the first is for getting warm
                results.append(taken)
        for runner in runners.values():
            runner.close()
    return results


def ratio(results, one, other):
    return median([taken[one] / taken[other] for taken in results])


def version(python):
    return subprocess.run([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True,
                          text=True, check=True).stdout.strip()


def instructions(args, program, n, recording):
    """Of one operation: what twice the operations take more, so without what comes before the first."""
    counts = []
    for times in (1, 2):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", args.engine, "answer", program.path,
                   recording]
        said = subprocess.run(command, input=f"{n * times}\n", capture_output=True, text=True)
        found = re.search(r"Collected : (\d+)", said.stderr)
        if said.returncode or not found:
            raise SystemExit(f"{' '.join(command)}: {said.stderr.strip()}")
        counts.append(int(found[1]))
    return (counts[1] - counts[0]) / (program.ops(2 * n) - program.ops(n))


def speed(args, programs):
    pythons = {version(python): python for python in args.python or [sys.executable]}
    first = next(iter(pythons))
    columns = [*pythons, "not recording", "overhead"] + ["settrace"] * args.settrace
    print(f"{'program':16}" + "".join(f"{column:>15}" for column in columns) + f"{'B/event':>9}"
          + f"{'instructions: recording, not':>30}" * args.instructions)
    figures = {column: [] for column in columns}
    for program in programs:
        starts = {name: functools.partial(cpython, python, program) for name, python in pythons.items()}
        starts["recording"] = functools.partial(engine, args, program, "--record")
        starts["plain"] = functools.partial(engine, args, program, "--no-record")
        runner = starts[first]()
        n = count_for(runner, program, args.ms / 1000)
        runner.close()
        results = side_by_side(starts, n, args.rounds)
        found = {name: ratio(results, name, "recording") for name in pythons}
        found["not recording"] = ratio(results, first, "plain")
        found["overhead"] = ratio(results, "recording", "plain")
        if args.settrace:
            traced = functools.partial(cpython, pythons[first], program, "--settrace")
            slow = side_by_side({"recording": starts["recording"], "settrace": traced}, max(1, n // 10),
                                max(FEWEST, args.rounds // 2))
            found["settrace"] = ratio(slow, "settrace", "recording")
        recorded = ask([args.engine, "run", program.path, str(n), "--record", "--repeat", "1"])
        line = (f"{program.name:16}" + "".join(f"{str(found[column]):>15}" for column in columns)
                + f"{recorded['bytes'] / recorded['events']:9.1f}")
        if args.instructions:
            few = max(1, n // 4)
            line += "".join(f"{instructions(args, program, few, how):15,.0f}" for how in ("--record", "--no-record"))
        print(line, flush=True)
        for column in columns:
            figures[column].append(found[column])
    print(f"{'geometric mean':16}" + "".join(f"{str(geometric_mean(figures[column])):>15}" for column in columns))


def in_words(times):
    return f"{times['p50_ms']:9.3f}{times['p99_ms']:9.3f}{times['max_ms']:9.3f} ms"


def jumps(args, programs):
    print(f"\n{'jump to a random step':30}{'p50':>9}{'p99':>9}{'max':>9}")
    for program in programs:
        measured = ask([args.engine, "jump", program.path, str(program.full), "1000000"])
        about = f"{program.name}, {measured['events'] / 1e6:.1f}M events"
        print(f"{about:30}{in_words(measured['moment'])}", flush=True)


def toggles(args):
    print(f"\n{'toggle':30}{'p50':>9}{'p99':>9}{'max':>9}")
    print(f"{'random settings, one session':30}{in_words(ask([args.engine, 'toggle'])['toggle'])}")


def frames(args, programs):
    print(f"\n{'frame, CPU time':30}{'p50':>9}{'p99':>9}{'max':>9}")
    for program in programs:
        measured = ask([args.frames, program.path, str(program.full), "1000000"])
        del measured["events"]
        for zoom, times in measured.items():
            print(f"{program.name + ', ' + zoom:30}{in_words(times)}", flush=True)


def exponent(xs, ys):
    """The slope of log y over log x by least squares: 1 is linear growth."""
    xs, ys = [math.log(x) for x in xs], [math.log(y) for y in ys]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)


def growth(args, programs):
    sizes = [10_000, 31_623, 100_000, 316_228, 1_000_000]
    shown = (0, 2, 4)
    print(f"\n{'growth, recorded and indexed':30}" + "".join(f"{sizes[i]:>11,}" for i in shown) + "   time ~ events^")
    results = {}
    for program in programs:
        points = ask([args.engine, "growth", program.path, str(program.full), *map(str, sizes)])
        results[program.name] = points
        events = [point["events"] for point in points]
        time, memory = (exponent(events, [point[of] for point in points]) for of in ("seconds", "bytes"))
        print(f"{program.name + ', ns an event':30}"
              + "".join(f"{points[i]['seconds'] / points[i]['events'] * 1e9:11.1f}" for i in shown) + f"{time:12.2f}")
        print(f"{'    bytes an event':30}"
              + "".join(f"{points[i]['bytes'] / points[i]['events']:11.1f}" for i in shown)
              + f"{memory:12.2f} (memory)", flush=True)
    if args.plot:
        with open(args.plot, "w", encoding="utf-8") as file:
            file.write(plot(results))


def plot(results):
    """Time over events, both logarithmic, as SVG: one line a program, all parallel to the dashed one."""
    left, top, width, height = 60, 20, 460, 300
    low_x, high_x = 4.0, 6.0
    seconds = [point["seconds"] for points in results.values() for point in points]
    low_y, high_y = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    x_of = lambda events: left + (math.log10(events) - low_x) / (high_x - low_x) * width
    y_of = lambda s: top + (high_y - math.log10(s)) / (high_y - low_y) * height
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 130} {top + height + 50}" '
           'font-family="sans-serif" font-size="12" fill="#444">']
    for power in range(low_y, high_y + 1):
        y = y_of(10.0 ** power)
        label = f"{10 ** (power + 3):g} ms" if power < 0 else f"{10 ** power:g} s"
        out.append(f'<path d="M{left} {y:.1f}h{width}" stroke="#ddd"/><text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{label}</text>')
    for power in (4, 5, 6):
        x = x_of(10.0 ** power)
        out.append(f'<path d="M{x:.1f} {top}v{height}" stroke="#ddd"/><text x="{x:.1f}" y="{top + height + 20}" text-anchor="middle">{10 ** power:,}</text>')
    out.append(f'<text x="{left + width / 2}" y="{top + height + 42}" text-anchor="middle">events recorded and indexed</text>')
    start = 10 ** low_y * 1.5
    out.append(f'<path d="M{x_of(1e4):.1f} {y_of(start):.1f}L{x_of(1e6):.1f} {y_of(start * 100):.1f}" stroke="#999" stroke-dasharray="5 4" fill="none"/>')
    colours = ["#1b6ca8", "#c0392b", "#27813b", "#8e44ad", "#b9770e", "#117a65", "#7b241c", "#5d6d7e", "#2c3e50",
               "#d35400", "#2980b9", "#c2185b", "#6d8b00", "#00838f", "#795548"]
    ends = sorted((y_of(points[-1]["seconds"]), name) for name, points in results.items())
    below = top
    label_y = {}
    for y, name in ends:  # labels keep out of each other's way
        below = label_y[name] = max(y + 4, below + 13)
    for colour, (name, points) in zip(colours, results.items()):
        path = "L".join(f"{x_of(point['events']):.1f} {y_of(point['seconds']):.1f}" for point in points)
        out.append(f'<path d="M{path}" stroke="{colour}" stroke-width="1.5" fill="none"/>'
                   f'<text x="{left + width + 8}" y="{label_y[name]:.1f}" fill="{colour}">{name}</text>')
    return "\n".join(out) + "\n</svg>\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--python", action="append", help="a CPython to compare with; can be repeated (default: this one)")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--ms", type=float, default=40, help="of the first CPython, in each round (default: 40)")
    parser.add_argument("--instructions", action="store_true", help="count them, with valgrind")
    parser.add_argument("--settrace", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--frames", metavar="BENCH_FRAMES")
    parser.add_argument("--plot", metavar="FILE.svg")
    args = parser.parse_intermixed_args()
    names = sorted(file[:-3] for file in os.listdir(PROGRAMS) if file.endswith(".py"))
    if args.programs:
        names = [name for name in names if any(wanted in name for wanted in args.programs)]
    programs = [Program(name) for name in names]
    speed(args, programs)
    if args.all:
        jumps(args, programs)
        toggles(args)
        growth(args, programs)
        if args.frames:
            frames(args, programs)


if __name__ == "__main__":
    main()
