import asyncio


async def after(seconds, value):
    await asyncio.sleep(seconds)
    if value is None:
        raise ValueError("nothing")
    return value


async def main():
    tasks = [asyncio.create_task(after(s, v), name=f"t{s}") for s, v in [(3, "three"), (1, "one"), (2, None)]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in done], len(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), [t.get_name() for t in pending])
    done, pending = await asyncio.wait(pending, timeout=0.5)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending)
    print([t.result() for t in done], pending)
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)


asyncio.run(main())
