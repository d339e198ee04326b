import asyncio
import contextlib


class Unavailable(Exception):
    pass


async def fetch(name, delay):
    await asyncio.sleep(delay)
    error = Unavailable(f"{name} is down")
    error.add_note(f"tried for {delay} s")
    error.add_note("see status page\nor ask Ada")
    raise error from KeyError(name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("users", 1))
        group.create_task(fetch("orders", 1))


with contextlib.suppress(ValueError):
    try:
        raise ExceptionGroup("only values", [ValueError(1), ValueError(2)])
    finally:
        print("first")
try:
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("mixed", [ValueError(1), TypeError(2)])
except* TypeError as group:
    print("left:", group.exceptions)
except* ValueError as group:
    print("values:", group.exceptions)
asyncio.run(main())
