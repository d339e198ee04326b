import asyncio
import traceback


class Supervisor:
    """Restarts children that fail, at most so often within a window."""

    def __init__(self, max_restarts=2):
        self.max_restarts = max_restarts
        self.children = {}
        self.log = []

    def start(self, name, factory):
        task = asyncio.create_task(factory(), name=name)
        self.children[task] = (name, factory, 0)
        task.add_done_callback(self._done)

    def _done(self, task):
        name, factory, restarts = self.children.pop(task)
        if task.cancelled():
            self.log.append(f"{name} cancelled")
            return
        error = task.exception()
        if error is None:
            self.log.append(f"{name} finished with {task.result()!r}")
        elif restarts < self.max_restarts:
            self.log.append(f"{name} restarting after {error!r}")
            new = asyncio.create_task(factory(), name=f"{name}#{restarts + 1}")
            self.children[new] = (name, factory, restarts + 1)
            new.add_done_callback(self._done)
        else:
            self.log.append(f"{name} gave up")
            traceback.print_exception(error)

    async def stop(self):
        for task in list(self.children):
            task.cancel("supervisor stops")
        await asyncio.gather(*self.children, return_exceptions=True)


async def stable():
    await asyncio.sleep(3)
    return "stable"


async def crashing():
    await asyncio.sleep(1)
    deep(2)


def deep(n):
    if n == 0:
        raise ZeroDivisionError("deep down")
    deep(n - 1)


async def forever():
    try:
        while True:
            await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("forever stops:", error)
        raise
    finally:
        await asyncio.sleep(0.1)
        print("forever cleaned")


async def main():
    supervisor = Supervisor()
    for f in (stable, crashing, forever):
        supervisor.start(f.__name__, f)
    await asyncio.sleep(5)
    print(sorted(t.get_name() for t in supervisor.children))
    await supervisor.stop()
    await asyncio.sleep(0)
    print(*supervisor.log, sep="\n")


asyncio.run(main())
