import asyncio
import traceback

x = 10


def calc(expr, **names):
    return eval(expr, {"__builtins__": {}}, names)


def show(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e, e.args)


show(eval, "x + 1")
show(eval, "x = 1")
show(eval, "")
show(eval, "1 +")
show(eval, "import os")
show(eval, "  (1,\n 2)")
show(calc, "a * b", )
show(lambda: calc("a * b", a=2, b=3))
show(lambda: calc("open('f')"))
show(lambda: calc("[open for i in (1,)]"))
show(eval, "y")
show(exec, "return 1")
show(exec, "x ++= 1")
show(exec, "def f(:\n pass")
show(exec, "if 1:\nx")
show(eval, 5)
show(exec, None)
show(compile, "1", "f", "nope")
show(lambda: eval("1", 5))
show(lambda: exec("1", {}, 5))
ns = {}
exec("""
import math
def area(r):
    return math.pi * r ** 2
class A:
    def __init__(self, v): self.v = v
    def boom(self): raise ValueError(self.v)
async def co(n):
    import asyncio
    await asyncio.sleep(n)
    return n * 2
z = [i * i for i in range(3)]
""", ns)
print(sorted(k for k in ns if k != "__builtins__"), ns["area"](2), ns["z"], ns["A"].__module__, type(ns["__builtins__"]))
code = compile("a + b", "<expr>", "eval")
print(code.co_name, code.co_filename, code.co_names, [eval(code, {"a": i, "b": 1}) for i in range(3)])
print(repr(code).split(" at ")[0], eval("lambda q: q + x")(1))


def inner():
    loc = 5
    print(eval("loc + x"), sorted(locals()))
    exec("loc = 6; new = 1")
    print(loc)
    exec("global made\nmade = 3")
    d = {"loc": 1}
    exec("loc += 41", globals(), d)
    print(d)


inner()
print(made)
try:
    ns["A"](3).boom()
except ValueError:
    traceback.print_exc()
    print(traceback.format_exc())
try:
    exec("1/0\n")
except ZeroDivisionError as e:
    print(traceback.format_exc())
    print(traceback.extract_tb(e.__traceback__))
try:
    exec("\n\nx = = 1\n")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text, e.filename, e)
    traceback.print_exc()
    print(traceback.format_exc())


async def main():
    print(await ns["co"](3), await eval("ns['co'](1)"))
    handlers = {}
    for name in ("alpha", "beta"):
        exec(f"async def {name}():\n    await asyncio.sleep(1)\n    return '{name}'", globals(), handlers)
    print(await asyncio.gather(*(h() for h in handlers.values())))


asyncio.run(main())
eval("1/0")
