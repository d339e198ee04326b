# Where a method belongs to is said without the module; types of functions say which module they are of.
import asyncio
import contextvars
import threading
import types

print(asyncio.Future.set_result.__qualname__, asyncio.Task.cancel.__qualname__)
print(contextvars.Context.run.__qualname__, contextvars.Context().run.__qualname__)
print(contextvars.ContextVar.get.__qualname__, threading.Lock().acquire.__qualname__)
print([].append.__qualname__, "".join.__qualname__, dict.fromkeys.__qualname__, str.maketrans.__qualname__)
for kind in (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type(list.append), type(property), type):
    print(kind, kind.__module__, kind.__name__, kind.__qualname__)


class Own:
    def method(self):
        pass


print(Own.__module__, Own().__module__, Own().method.__module__, Own().method.__qualname__, print.__module__)


class WithProperty:
    __module__ = property(lambda self: "somewhere")


print(type(WithProperty.__module__), WithProperty().__module__)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result(1)
    loop.call_soon(future.set_result, 2)
    print(loop.call_later(1, asyncio.current_task().cancel))
    print(loop.call_soon(contextvars.Context().run, print))
    await asyncio.sleep(0)
    loop.call_later(0.1, threading.Lock().release)
    await asyncio.sleep(0.2)
    try:
        async with __import__("contextlib").AsyncExitStack() as stack:
            await stack.enter_async_context(open)
    except TypeError as error:
        print(error)


asyncio.run(main())
