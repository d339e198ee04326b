import asyncio


class Unavailable(Exception):
    pass


async def query(name, delay, fail=None):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise fail
        return f"{name}: ok"
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise
    finally:
        print(name, "finished")


async def all_or_nothing(*specs):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(query(*spec), name=spec[0]) for spec in specs]
        print([t.get_name() for t in tasks])
    return [t.result() for t in tasks]


async def main():
    print(await all_or_nothing(("a", 0.2), ("b", 0.1)))
    try:
        await all_or_nothing(("c", 0.1, Unavailable("c down")), ("d", 5), ("e", 0.1, OSError(5, "io")))
    except* Unavailable as group:
        for error in group.exceptions:
            print("unavailable:", error)
    except* OSError as group:
        print("os errors:", [e.errno for e in group.exceptions])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(query("f", 1))
            await asyncio.sleep(0.1)
            raise ValueError("in the body")
    except ExceptionGroup as error:
        print(error, error.exceptions)
    await all_or_nothing(("g", 0.1, Unavailable("g down")), ("h", 0.1, ValueError("h bad")))


asyncio.run(main())
