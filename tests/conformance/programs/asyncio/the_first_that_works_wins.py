import asyncio
import sys
from asyncio import (CancelledError, Event, Lock, Queue, Semaphore, TaskGroup, create_task, current_task, gather,
                     get_running_loop, run, shield, sleep, timeout, wait_for)


async def nothing(): ...


async def first_success(*coros):
    """The first that works; the rest is cancelled; if none does, all errors."""
    errors, tasks = [], {create_task(c) for c in coros}
    try:
        while tasks:
            done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in sorted(done, key=lambda t: t.get_name()):
                if task.cancelled():
                    continue
                if (error := task.exception()) is None:
                    return task.result()
                errors.append(error)
        raise ExceptionGroup("nobody", errors)
    finally:
        for task in tasks:
            task.cancel()
        await gather(*tasks, return_exceptions=True)


async def happy_eyeballs(delay, *hosts):
    winner, failed = get_running_loop().create_future(), Event()

    async def attempt(host, seconds, works):
        try:
            await sleep(seconds)
            if not works:
                raise ConnectionRefusedError(111, "Connection refused", host)
            if not winner.done():
                winner.set_result(host)
        except CancelledError:
            print("  abandoned", host)
            raise
        except OSError as error:
            print("  ", error, error.filename, error.errno)
            failed.set()
    tasks = []
    for host in hosts:
        tasks.append(create_task(attempt(*host), name=host[0]))
        failed.clear()
        try:
            async with timeout(delay):
                waiting = [create_task(failed.wait()), winner]
                await asyncio.wait(waiting, return_when="FIRST_COMPLETED")
        except TimeoutError:
            print("  next after", host[0])
        waiting[0].cancel()
        if winner.done():
            break
    try:
        return await wait_for(winner, 5)
    except TimeoutError:
        return None
    finally:
        for t in tasks:
            t.cancel()
        await gather(*tasks, return_exceptions=True)


async def works(value, after):
    await sleep(after)
    return value


async def fails(error, after):
    await sleep(after)
    raise error


async def main(argv):
    print(await nothing(), argv)
    print(await first_success(fails(OSError("a"), 1), works("b", 2), works("c", 3)), get_running_loop().time())
    try:
        await first_success(fails(OSError("a"), 1), fails(ValueError("b"), 1))
    except* (OSError, ValueError) as group:
        print(group, sorted(map(repr, group.exceptions)))
    print(await happy_eyeballs(0.25, ("h1", 0.1, False), ("h2", 1, True), ("h3", 0.3, True)), get_running_loop().time())
    print(await happy_eyeballs(0.25, ("h1", 0.1, False)))
    async with TaskGroup() as tg:
        tasks = [tg.create_task(works(i, 3 - i), name=f"n{i}") for i in range(3)]
    print([t.result() for t in tasks], [t.get_name() for t in tasks], current_task().get_name())
    limit, peak, now = Semaphore(2), 0, 0

    async def limited(i):
        nonlocal peak, now
        async with limit:
            now += 1
            peak = max(peak, now)
            await sleep(1)
            now -= 1
            return i
    print(await gather(*(limited(i) for i in range(5))), peak, limit.locked())
    q = Queue()
    producer = create_task(works(q.put_nowait("item"), 1))
    print(await q.get(), await producer, q.empty())
    return 3


sys.exit(run(main(["x", "-v"])))
