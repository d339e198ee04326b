#!/usr/bin/env python3
"""Measure the engine against this machine's python3, in one run, as ratios.

    python3 bench.py BENCH_ENGINE [--scale F] [--settrace] [--all] [--frames BENCH_FRAMES] [PROGRAM ...]

For every program in programs/: operations a second of the engine while it records every event (lines
too), of the engine recording nothing, and of python3 recording nothing, on its own event loop with a
virtual clock; with --settrace also of python3 recording (event, function, line) by sys.settrace. The
ratios are to python3. Best of three each; only ratios carry over to another machine.

--all adds what has limits of its own: jumps in recordings of a million events, toggles, growth (a plot
of it with --plot FILE.svg) and, with --frames, the interface's frames.
"""
import argparse
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")

def ask(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def cpython(python, name, n, trace=False):
    return ask([python, os.path.join(HERE, "cpython.py"), PROGRAMS, name, str(n)] + ["--settrace"] * trace)


class Program:
    def __init__(self, name):
        self.name = name
        self.path = os.path.join(PROGRAMS, name + ".py")
        with open(self.path, encoding="utf-8") as file:
            self.full = next(int(line.split("=")[1]) for line in file if line.startswith("N = "))


def speed(args, programs):
    head = f"{'program':14}{'recording':>12}{'ratio':>7}{'not':>12}{'ratio':>7}{'overhead':>9}{'python3':>12}{'B/event':>9}"
    print(head + (f"{'settrace':>12}{'ratio':>7}" if args.settrace else ""))
    ratios = {"recording": [], "plain": [], "overhead": [], "settrace": []}
    for program in programs:
        n = max(1, int(program.full * args.scale))
        reference = cpython(args.python, program.name, n)
        ops = reference["ops"]
        recording = ask([args.engine, "run", program.path, str(n), "--record"])
        plain = ask([args.engine, "run", program.path, str(n), "--no-record"])
        rates = [ops / measured["best_s"] for measured in (recording, plain, reference)]
        ratios["recording"].append(rates[0] / rates[2])
        ratios["plain"].append(rates[1] / rates[2])
        ratios["overhead"].append(rates[1] / rates[0])
        line = (f"{program.name:14}{rates[0]:12,.0f}{rates[0] / rates[2]:7.2f}{rates[1]:12,.0f}{rates[1] / rates[2]:7.2f}"
                f"{rates[1] / rates[0]:8.2f}x{rates[2]:12,.0f}{recording['bytes'] / recording['events']:9.1f}")
        if args.settrace:
            traced = cpython(args.python, program.name, max(1, n // 10), trace=True)
            rate = traced["ops"] / traced["best_s"]
            ratios["settrace"].append(rates[0] / rate)
            line += f"{rate:12,.0f}{rates[0] / rate:7.1f}"
        print(line, flush=True)
    for what, values in ratios.items():
        if values:
            print(f"geometric mean, {what}: {math.exp(sum(map(math.log, values)) / len(values)):.2f}")


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
    colours = ["#1b6ca8", "#c0392b", "#27813b", "#8e44ad", "#b9770e", "#117a65", "#7b241c", "#5d6d7e", "#2c3e50"]
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
    parser.add_argument("--scale", type=float, default=0.05, help="of the programs' own N (default: 0.05)")
    parser.add_argument("--settrace", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--frames", metavar="BENCH_FRAMES")
    parser.add_argument("--plot", metavar="FILE.svg")
    parser.add_argument("--python", default=sys.executable, help="the CPython to compare with")
    args = parser.parse_args()
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
