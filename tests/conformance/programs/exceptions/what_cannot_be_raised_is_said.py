import asyncio
class A:
    def __init__(self, how): self.how = how
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            if self.how == 1: raise KeyError("k") from e
            if self.how == 2: raise KeyError
            err = ValueError("noted"); raise err
def g():
    try: yield
    except GeneratorExit: yield 2
for i in (1, 2, 3):
    a = A(i); del a
x = g(); next(x); del x
async def c():
    try: await asyncio.sleep(1)
    finally: raise OSError("x")
co = c(); co.send(None) if False else None
co.close()
class E(Exception):
    def __str__(self): return "own"
class B:
    def __del__(self): raise E
B()
class G:
    def __del__(self): raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
G()
