"""What the engine supports, as Markdown: run by the engine itself, which is asked for everything.

    awaitscope run engine/docs/features.py > engine/docs/supported.md
"""
import builtins
import sys

from _engine import execute, limits, module_list

SYNTAX = [
    ("functions", [
        ("parameters of every kind", "def f(a, /, b, c=1, *d, e, g=2, **h): pass"),
        ("annotations", "def f(a: int) -> str: pass\nx: list[int] = []"),
        ("decorators", "@(lambda f: f)\ndef f(): pass"),
        ("closures, nonlocal, global", "def f():\n x = 1\n def g():\n  nonlocal x\n  global y\n  x = y = 2\n g()\nf()"),
        ("lambda", "(lambda *a: a)(1)"),
        ("generators, yield from", "def f():\n x = yield 1\n yield from [2]\nlist(f())"),
        ("async def, await", "async def f(): await g()\nf().close()"),
        ("asynchronous generators", "async def f(): yield 1\nf()"),
    ]),
    ("classes", [
        ("inheritance, super()", "class A:\n def f(self): pass\nclass B(A):\n def f(self): super().f()\nB().f()"),
        ("metaclasses", "class M(type): pass\nclass A(metaclass=M, ): pass"),
        ("__slots__", "class A:\n __slots__ = 'a',\nA().a = 1"),
        ("properties, class and static methods",
         "class A:\n @property\n def p(self): pass\n @classmethod\n def c(cls): pass\n @staticmethod\n def s(): pass"),
        ("descriptors, __set_name__, __init_subclass__", "class D:\n def __set_name__(self, o, n): pass\nclass A:\n d = D()"),
    ]),
    ("statements", [
        ("if, while, for, else, break, continue, pass", "for i in ():\n continue\nelse:\n pass\nwhile 0: break"),
        ("with, async with of several items", "async def f():\n async with a as b, c: pass\n"),
        ("async for", "async def f():\n async for x in y: pass"),
        ("try, except, else, finally, raise from", "try:\n pass\nexcept ValueError as e:\n raise e from None\nelse:\n pass\nfinally:\n pass"),
        ("except*", "try:\n pass\nexcept* ValueError:\n pass"),
        ("match", "match 1:\n case [x, *_] | {'a': x} if x: pass\n case int() as y: pass\n case _: pass"),
        ("assert, del, import, from import", "import sys as s\nfrom sys import argv as a\nx = 1\ndel x\nassert True"),
        ("exec() and eval()", "exec('1')"),
    ]),
    ("expressions", [
        ("unpacking everywhere", "a, *b = [*(1, 2), *{3}]\nd = {**{'x': 1}}"),
        ("comprehensions of all kinds", "[x for x in ()], {x for x in ()}, {x: 1 for x in ()}, (x for x in ())"),
        ("asynchronous comprehensions", "async def f(): return [x async for x in y if await x]"),
        ("conditional expressions, chained comparison, :=", "(x := 1 if 0 < 1 < 2 else 2)"),
        ("slices", "[1, 2, 3][1:3:1]"),
        ("f-strings, nested and with =", "x = 1\nf'{x=} {x!r:>{10}}'"),
        ("integers of any size", "2 ** 100"),
        ("complex numbers", "x = 1j\nx.imag"),
    ]),
]


THREADS = """\
## Threads

Where CPython leaves open which thread runs, this is the rule, so that every run is the same:

- One thread runs at a time: until it waits (for a lock, for the clock, for its event loop to have something to do),
  ends, calls `time.sleep(0)`, or has run 97 lines of the program while others can run. A line is never interrupted.
- Threads line up in the order in which they become able to run. A new thread joins the end of the line; `start()`
  waits until it has begun.
- Who releases a lock puts the first that waits for it in line. That one tries again when its turn comes, and waits
  anew if somebody has taken the lock.
- Where no thread can run, the clock moves to the earliest time that one waits for. Those that wait for the same time
  line up in the order in which they began to wait. A thread that runs alone, without waiting, while others wait for
  the clock, does not stop it for ever: after 100 turns of 97 lines each further one takes a millisecond.
- An event loop that waits is woken by its timers and by `call_soon_threadsafe`, not by `call_soon`.
- Where every thread waits for another the run ends, and says who waits for what.
- When the program has ended it waits for executors, then for threads that are no daemons, and runs what `atexit` has.
  Daemon threads stay where they are.
"""


def works(source):
    try:
        execute(source, {"__name__": "sample"})
    except Exception:
        return False
    return True


def listed(names):
    return ", ".join(f"`{name}`" for name in sorted(names))


def public(thing):
    return [name for name in thing.__dict__ if name[0] != "_"]


def main():
    print("# What the engine supports\n")
    print("Made by `awaitscope run engine/docs/features.py`, in which the engine is asked for all of this, one")
    print("thing after the other, as Python 3.14; 3.11 and 3.15 have what is theirs.\n")
    print("## The language\n")
    for title, samples in SYNTAX:
        print(f"**{title.capitalize()}**: " + "; ".join(
            what if works(source) else f"*not* {what}" for what, source in samples) + ".\n")
    print("## Builtins\n")
    bytearray, memoryview  # written in Python: there when they are named
    values = {name: value for name, value in vars(builtins).items() if name[0] != "_"}
    types = {name: value for name, value in values.items() if isinstance(value, type)}
    errors = [name for name, value in types.items() if issubclass(value, BaseException)]
    print(f"Functions: {listed(name for name in values if name not in types)}.\n")
    print(f"Exceptions: {listed(errors)}.\n")
    print("Types, with their methods:\n")
    for name in sorted(types):
        if name not in errors:
            methods = public(types[name])
            print(f"- `{name}`" + (f": {listed(methods)}" if methods else ""))
    print("\n## Modules\n")
    for name in sorted(module_list()):
        if name[0] == "_" and name != "__future__":
            continue
        module = __import__(name, None, None, ["*"])
        own = [each for each in public(module) if type(vars(module)[each]).__name__ != "module"]
        own += getattr(module, "_later", [])
        print(f"- `{name}`: {listed(own)}")
    print("\nThere are no files, no network and no processes; importing a module for them says so. asyncio's servers and")
    print("connections work in memory: `localhost` and `127.0.0.1` reach servers of the same program. What is sent")
    print("arrives in the next turn of the receiver's event loop.\n")
    print(THREADS)
    print("## Limits\n")
    print("Each ends the run with a message that says which; what was recorded so far stays.\n")
    for what, most in limits().items():
        print(f"- {most:,} {what}")


main()
