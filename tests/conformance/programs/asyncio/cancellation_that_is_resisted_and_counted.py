import asyncio


class Timeline:
    def __init__(self):
        self.loop = asyncio.get_running_loop()

    def __call__(self, *what):
        print(f"{self.loop.time():5.2f}", *what)


async def stubborn(log, n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log(f"stubborn {n} resists", error.args)
        await asyncio.sleep(n)
        return "survived"


async def main():
    log = Timeline()
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(0.5) as inner:
                    await asyncio.sleep(3)
            except TimeoutError as error:
                log("inner timed out", inner.expired(), outer.expired(), repr(error.__cause__))
            await asyncio.sleep(3)
    except TimeoutError:
        log("outer timed out", outer.expired(), outer.when())
    async with asyncio.timeout(None) as free:
        log(free.when())
        free.reschedule(log.loop.time() + 0.25)
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            log("inside", asyncio.current_task().cancelling())
            free.reschedule(None) if not free.expired() else None
    log("never here") if False else None


async def second():
    log = Timeline()
    task = asyncio.create_task(stubborn(log, 2))
    try:
        await asyncio.wait_for(task, 1)
        log("finished in spite of it", task.result())
    except TimeoutError:
        log("wait_for gave up", task.done())
    task = asyncio.create_task(stubborn(log, 0.5), name="S")
    await asyncio.sleep(0)
    for n in range(2):
        log(task.cancel(f"try {n}"), task.cancelling())
        await asyncio.sleep(0.1)
    log(await asyncio.gather(task, return_exceptions=True), task.cancelled(), task.cancelling())

    async def uncancels():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            me = asyncio.current_task()
            log("count", me.cancelling(), me.uncancel(), me.cancelling())
            await asyncio.sleep(0.5)
            return "back"
    task = asyncio.create_task(uncancels())
    await asyncio.sleep(0)
    task.cancel()
    log(await task)
    try:
        async with asyncio.timeout(1):
            raise TimeoutError("my own")
    except TimeoutError as error:
        log(repr(error))
    cm = asyncio.timeout(1)
    try:
        cm.reschedule(3)
    except RuntimeError as error:
        log(error)
    async with cm:
        pass
    try:
        async with cm:
            pass
    except RuntimeError as error:
        log(error)
    try:
        asyncio.timeout(1).__enter__
    except AttributeError as error:
        log(error)
    early = asyncio.create_task(stubborn(log, 1))
    early.cancel("before it began")
    try:
        await early
    except asyncio.CancelledError as error:
        log("never ran", error.args, early.cancelled())
    child = asyncio.create_task(asyncio.sleep(5))

    async def parent():
        await child
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    child.cancel("child only")
    log(repr((await asyncio.gather(task, return_exceptions=True))[0]), task.cancelled())


try:
    asyncio.run(main())
except TimeoutError as error:
    print("main:", repr(error))
asyncio.run(second())
