"""Where an engine's result first differs from CPython's.

A result is what reference.py describes. There are three levels, each with those before it:

output   exit, stdout, stderr
events   every start, suspend, resume, return and raise, with line, loop turn and virtual time,
         and what was printed between them; of other threads than the main one too, and when
lines    every line run
"""
from __future__ import annotations

import json
import subprocess

from engine import Engine

LEVELS = ("output", "events", "lines")
CONTEXT = 3  # events shown before the first that differs
COMPARED_OF_BUDGET = 1000  # how far a program got that ran out of budget is no promise


def difference(ours: dict, theirs: dict, level: str = "lines") -> str | None:
    """None if they agree, else the first difference with both sides, in lines of text."""
    spent = theirs["exit"] == "budget"
    for field in ("exit",) if spent else ("exit", "stdout", "stderr"):
        if ours.get(field) != theirs[field]:
            return text_difference(field, str(ours.get(field)), str(theirs[field]))
    if level == "output":
        return None
    for which in ("events", "thread_events"):
        a, b = (events_of(result, which, level) for result in (ours, theirs))
        if spent:
            a, b = a[:COMPARED_OF_BUDGET], b[:COMPARED_OF_BUDGET]
        found = event_difference(a, b)
        if found:
            return found
    return None


def events_of(result: dict, which: str, level: str) -> list:
    events = result.get(which, [])
    if level == "lines":
        return events
    # Without the lines between them two outputs are one.
    kept = []
    if which == "thread_events":  # their last column counts lines too
        return [event[:-1] for event in events if event[0] != "line"]
    for kind, name, *place in events:
        if kind == "out" and kept and kept[-1][0] == "out":
            kept[-1][1] += name
        elif kind != "line":
            kept.append([kind, name, *place])
    return kept


def text_difference(field: str, ours: str, theirs: str) -> str:
    a, b = ours.splitlines(), theirs.splitlines()
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return sides(f"{field}, line {at + 1}", a[at:at + 1], b[at:at + 1], repr)


def event_difference(ours: list, theirs: list) -> str | None:
    length = max(len(ours), len(theirs))
    at = next((i for i in range(length) if ours[i:i + 1] != theirs[i:i + 1]), None)
    if at is None:
        return None
    before = "".join(f"\n    {json.dumps(event)}" for event in ours[max(0, at - CONTEXT):at])
    return f"after{before}\n" + sides(f"event {at}", ours[at:at + 1], theirs[at:at + 1], json.dumps)


def sides(what: str, ours: list, theirs: list, show) -> str:
    return (f"{what}\n  engine:  {show(ours[0]) if ours else 'nothing more'}"
            f"\n  CPython: {show(theirs[0]) if theirs else 'nothing more'}")


def ask_engine(engine: Engine, program: str, version: str = "3.11", seconds: float = 20) -> dict | str:
    """The engine's result for a program's file, with lines; or what went wrong."""
    try:
        done = engine.run(["trace", "--python", version, "--format", "json", "--lines", program], seconds)
    except subprocess.TimeoutExpired:
        return f"no answer in {seconds:g} s"
    try:
        return json.loads(done.stdout)
    except ValueError:
        last = done.stderr.decode(errors="replace").strip()[-300:]
        return f"no result, exit status {done.returncode}: {last}"
