import asyncio
import inspect


async def coroutine(a, /, b: int, *rest: str, key: bool = True, **more) -> list[int]:
    """A coroutine.

        Indented.
    """
    await asyncio.sleep(0)


def generator():
    yield


async def agen():
    yield


class Thing:
    def method(self, x=1):
        pass

    @classmethod
    def made(cls):
        pass

    def __init__(self, size, *, color="red"):
        pass

    def __call__(self, q):
        pass


made = coroutine(1, 2)
gen = generator()
print(inspect.iscoroutinefunction(coroutine), inspect.iscoroutine(made), inspect.isawaitable(made),
      inspect.isgeneratorfunction(generator), inspect.isgenerator(gen), inspect.isasyncgenfunction(agen),
      inspect.isasyncgen(agen()), inspect.isfunction(generator), inspect.ismethod(Thing(1).method),
      inspect.isclass(Thing), inspect.isbuiltin(len), inspect.ismodule(inspect))
print(inspect.getcoroutinestate(made), inspect.getgeneratorstate(gen))
made.close()
next(gen)
print(inspect.getcoroutinestate(made), inspect.getgeneratorstate(gen))
gen.close()
print(inspect.signature(coroutine), inspect.signature(Thing), inspect.signature(Thing(1).method),
      inspect.signature(Thing(1)), inspect.signature(lambda x, y=2, *, z: 0))
for parameter in inspect.signature(coroutine).parameters.values():
    print(parameter.name, parameter.kind, parameter.default is inspect.Parameter.empty, parameter.annotation)
bound = inspect.signature(coroutine).bind(1, 2, "x", "y", key=False, extra=3)
print(bound.arguments, bound.args, bound.kwargs)
try:
    inspect.signature(generator).bind(1)
except TypeError as error:
    print(error)
try:
    inspect.signature(coroutine).bind(1)
except TypeError as error:
    print(error)
print(repr(inspect.getdoc(coroutine)), [name for name, _ in inspect.getmembers(Thing, inspect.isfunction)])


def outer():
    frame = inspect.currentframe()
    return frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, sorted(frame.f_locals)


print(outer())
