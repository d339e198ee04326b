import asyncio
import random
import sys
import traceback


class Crash(Exception):
    pass


async def child(name, lifetime, crashes):
    try:
        await asyncio.sleep(lifetime)
        if crashes:
            raise Crash(f"{name} crashed")
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    finally:
        print(f"{name} cleaned up")
    return name


async def supervise(specs):
    async with asyncio.TaskGroup() as group:
        for name, lifetime, crashes in specs:
            task = group.create_task(child(name, lifetime, crashes), name=name)
            task.add_done_callback(lambda t: print("done", t.get_name(), t.cancelled()))


async def main():
    try:
        async with asyncio.timeout(5):
            await supervise([("api", 2, False), ("db", 1, True), ("cache", 1, True)])
    except* Crash as group:
        for error in group.exceptions:
            error.add_note("restart me")
        traceback.print_exception(group)
    except* TimeoutError:
        print("too slow")
    try:
        async with asyncio.timeout(0.5) as scope:
            await supervise([("slow", 3, False)])
    except TimeoutError as error:
        print("timed out", scope.expired(), error.__cause__ is None, repr(error.__context__))
    raise ExceptionGroup("final", [Crash("one"), ExceptionGroup("nested", [ValueError(2)])])


asyncio.run(main())
