import asyncio


async def quick(n):
    await asyncio.sleep(n)
    return n


async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)


def describe(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    tasks = [asyncio.create_task(quick(n), name=f"q{n}") for n in (3, 1, 2)]
    for future in asyncio.as_completed(tasks):
        print("completed", await future)
    try:
        for future in asyncio.as_completed([quick(1), quick(5)], timeout=2):
            print(await future)
    except TimeoutError as error:
        print("as_completed timed out", repr(error))
    tasks = [asyncio.create_task(c, name=c.__name__ + str(i)) for i, c in enumerate([quick(1), bad(2), quick(3)])]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(describe(done), describe(pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print(describe(done), describe(pending), [t.exception() for t in done])
    done, pending = await asyncio.wait(pending, timeout=0.5)
    print(describe(done), describe(pending))
    done, pending = await asyncio.wait(pending)
    print(describe(done), pending)
    for args in ([], [quick(1)], "x", 5):
        try:
            await asyncio.wait(args)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        if args and args not in ("x", 5):
            args[0].close()
    try:
        await asyncio.wait([asyncio.create_task(quick(0))], return_when="NEVER")
    except ValueError as error:
        print(error)
    print(await asyncio.gather(), await asyncio.gather(quick(1), bad(1), return_exceptions=True))
    gathered = asyncio.gather(quick(1), quick(10))
    asyncio.get_running_loop().call_later(2, gathered.cancel, "stop")
    try:
        await gathered
    except asyncio.CancelledError as error:
        print("gather cancelled", error.args, gathered.cancelled(), gathered.done())
    shielded = asyncio.create_task(quick(1), name="inner")
    outer = asyncio.shield(shielded)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled, inner:", shielded.done(), await shielded)
    try:
        await asyncio.wait_for(bad(1), timeout=5)
    except ValueError as error:
        print("wait_for raised", error)
    try:
        await asyncio.wait_for(quick(5), timeout=0)
    except TimeoutError:
        print("no time at all")
    same = asyncio.create_task(quick(1))
    print(await asyncio.gather(same, same, same))
    print(await asyncio.wait_for(same, None))


asyncio.run(main())
