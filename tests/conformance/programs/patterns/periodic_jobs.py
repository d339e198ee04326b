import asyncio
from contextlib import suppress


class Scheduler:
    def __init__(self):
        self.tasks = set()

    def every(self, seconds, function, *args):
        async def loop():
            while True:
                await asyncio.sleep(seconds)
                try:
                    result = function(*args)
                    if asyncio.iscoroutine(result):
                        await result
                except Exception as error:
                    print(f"{function.__name__} failed: {error}")
        task = asyncio.create_task(loop(), name=function.__name__)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def close(self):
        for task in list(self.tasks):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def tick(label):
    print(label, "at", asyncio.get_running_loop().time())


async def poll():
    await asyncio.sleep(0.1)
    raise OSError("no answer")


async def main():
    scheduler = Scheduler()
    scheduler.every(1, tick, "tick")
    polling = scheduler.every(1.5, poll)
    await asyncio.sleep(3.2)
    polling.cancel()
    await asyncio.sleep(1)
    await scheduler.close()
    await asyncio.sleep(0)
    print(len(scheduler.tasks), "left")


asyncio.run(main())
