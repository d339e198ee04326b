"""A command line tool that starts fast: heavy modules are imported when they are used."""
import sys
import time

lazy import json
lazy import difflib
lazy from statistics import mean, median as middle
lazy from collections import Counter


def loaded():
    return [name for name in ("difflib", "statistics") if name in sys.modules]


def summarize(numbers):
    return {"mean": mean(numbers), "middle": middle(numbers)}


def commands():
    yield "nothing", lambda: "no import needed"
    yield "summary", lambda: json.dumps(summarize([1, 2, 4]))
    yield "close", lambda: difflib.get_close_matches("aple", ["apple", "pear"])
    yield "count", lambda: Counter("hello").most_common(1)


print("at start:", loaded())
for name, run in commands():
    print(f"{name}: {run()} -> {loaded()}")
lazy import nosuchmodule
print("still fine")
try:
    nosuchmodule.run()
except ModuleNotFoundError as error:
    print("at use:", error, "|", error.__cause__)
