def f():
    x = 1
    exec("y = 2; x = 5")
    print(locals(), x)
    d = locals()
    exec("z = 3")
    print(d is locals(), sorted(d), sorted(locals()))
    exec("w = 4", {}, d)
    print(sorted(locals()), eval("y + z"))
    try:
        print(y)
    except NameError as e:
        print(e)
    del x
    print(sorted(locals()))
    x = 7
    print(locals()["x"], d["x"])
f()
def g(a, *b, **c):
    d = locals()
    d["new"] = 1
    e = 5
    print(sorted(d), sorted(locals()), "new" in locals())
    locals()["e"] = 9
    print(e, locals()["e"])
    def inner():
        return a, locals()
    print(inner())
    print([*locals()])
    return locals() is d
print(g(1, 2, k=3))
class K:
    a = 1
    locals()["b"] = 2
    exec("c = 3")
    print(b, c, sorted(k for k in locals() if k[0] != "_"))
print(K.b, K.c)
def gen():
    exec("q = 1")
    yield sorted(locals())
    exec("r = 2")
    yield sorted(locals()), eval("q + r")
print(*gen())
import asyncio
async def main():
    exec("import math; root = math.sqrt(16)")
    await asyncio.sleep(0)
    print(locals()["root"], eval("root * 2"))
asyncio.run(main())
def vars_too():
    v = 3
    vars()["u"] = 1
    print(vars(), dir())
vars_too()
import sys
def framed():
    a = 1
    fr = sys._getframe()
    print(fr.f_locals is locals(), sorted(fr.f_locals))
    exec("b = 2")
    print(sorted(fr.f_locals))
framed()
