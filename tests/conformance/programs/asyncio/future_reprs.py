import asyncio


def first(future):
    pass


def second(future):
    pass


class Watcher:
    def notice(self, future):
        pass


async def work():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.add_done_callback(first)
    print(future)
    future.add_done_callback(second)
    future.add_done_callback(Watcher().notice)
    print(future)
    future.add_done_callback(lambda done: None)
    print(future)
    future.set_result([1, "two"])
    print(future)

    failed = loop.create_future()
    failed.set_exception(ValueError("bad"))
    print(failed, failed.exception())
    gone = loop.create_future()
    gone.cancel()
    print(gone)

    task = asyncio.create_task(work(), name="worker")
    print(task)
    await asyncio.sleep(0)
    print(task)
    task.cancel()
    print(task)
    try:
        await task
    except asyncio.CancelledError:
        print(task)


asyncio.run(main())
