"""sys.get_asyncgen_hooks(): the event loop's while it runs, and none before and after."""
import asyncio
import sys


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


def show(where):
    hooks = sys.get_asyncgen_hooks()
    print(where, type(hooks).__name__, hooks.firstiter is not None, hooks.finalizer is not None)


async def main():
    show("inside")
    agen = numbers()
    await anext(agen)
    del agen
    await asyncio.sleep(0)
    show("later")


show("before")
asyncio.run(main())
show("after")
