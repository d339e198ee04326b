import asyncio
import contextlib
import weakref
import abc
import types


class Resource(abc.ABC):
    live = weakref.WeakSet()

    def __init__(self, name):
        self.name = name
        Resource.live.add(self)

    @abc.abstractmethod
    async def open(self): ...

    @property
    @abc.abstractmethod
    def kind(self): ...

    async def __aenter__(self):
        await self.open()
        return self

    async def __aexit__(self, *exc):
        print("close", self.name)

    def __del__(self):
        print("del", self.name)


class File(Resource):
    kind = "file"

    async def open(self):
        await asyncio.sleep(0.01)
        print("open", self.name)
        if self.name == "bad":
            raise PermissionError(13, "Permission denied", self.name)


try:
    Resource("x")
except TypeError as error:
    print(error)


async def main():
    async with contextlib.AsyncExitStack() as stack:
        try:
            for name in ("one", "two", "bad"):
                await stack.enter_async_context(File(name))
        except PermissionError as error:
            print(error)
        print(len(Resource.live))
        moved = stack.pop_all()
    print("stack left")
    await moved.aclose()
    del moved
    print(len(Resource.live))

    class Broken:
        async def __aenter__(self): return self
        async def __aexit__(self, *exc):
            raise ValueError("in aexit")
    try:
        async with contextlib.AsyncExitStack() as s:
            await s.enter_async_context(Broken())
            s.push(lambda *exc: print("saw", exc[0].__name__, exc[1]))
            raise KeyError("body")
    except ValueError as error:
        print(repr(error), repr(error.__context__))
    with contextlib.redirect_stdout(None) if False else contextlib.nullcontext():
        ns = types.SimpleNamespace(a=1, b=[2])
        print(ns, ns == types.SimpleNamespace(a=1, b=[2]))
    with contextlib.suppress(ZeroDivisionError, KeyError):
        {}["x"]
    ref = weakref.ref(f := File("weak"))
    print(ref() is f)
    del f
    print(ref())
    cb = weakref.finalize(g := File("fin"), print, "finalized")
    del g
    print(cb.alive)
    try:
        async with object():
            pass
    except TypeError as error:
        print(error)
    cls = types.new_class("Dyn", (File,), {}, lambda ns: ns.update(x=1))
    print(cls.__name__, cls.x, issubclass(cls, Resource), Resource.__abstractmethods__ == {"open", "kind"})


asyncio.run(main())
