import asyncio


async def job(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise RuntimeError(name)
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start():
    return [
        asyncio.create_task(job("quick", 1), name="quick"),
        asyncio.create_task(job("broken", 2, fail=True), name="broken"),
        asyncio.create_task(job("slow", 3), name="slow"),
    ]


async def main():
    for when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = start()
        done, pending = await asyncio.wait(tasks, return_when=when)
        print(when, names(done), names(pending), asyncio.get_running_loop().time())
        for task in pending:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print([str(r) or type(r).__name__ for r in results])
    tasks = start()
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    print("timeout", names(done), names(pending))
    done, pending = await asyncio.wait(pending)
    print("then", names(done), names(pending))
    print([task.exception() for task in tasks])


asyncio.run(main())
