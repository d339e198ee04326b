import asyncio


class Server:
    """Starts and stops in a defined order, whatever goes wrong."""

    def __init__(self, name, *, fail_on=None):
        self.name, self.fail_on = name, fail_on
        self.tasks = set()

    def _maybe_fail(self, stage):
        if self.fail_on == stage:
            raise RuntimeError(f"{self.name} fails on {stage}")

    async def __aenter__(self):
        print("starting", self.name)
        await asyncio.sleep(0.1)
        self._maybe_fail("start")
        task = asyncio.create_task(self.heartbeat(), name=f"{self.name}-heartbeat")
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return self

    async def __aexit__(self, kind, error, tb):
        print("stopping", self.name, f"because of {error!r}" if error else "normally")
        for task in list(self.tasks):
            task.cancel()
        results = await asyncio.gather(*self.tasks, return_exceptions=True)
        print(self.name, "stopped", [repr(r) for r in results])
        self._maybe_fail("stop")

    async def heartbeat(self):
        beats = 0
        try:
            while True:
                await asyncio.sleep(0.25)
                beats += 1
        finally:
            print(f"{self.name} beat {beats} times")


async def scenario(*servers, work=1.0, crash=False):
    try:
        async with servers[0] as a, servers[1] as b:
            await asyncio.sleep(work)
            if crash:
                raise LookupError(f"{a.name}/{b.name}")
    except Exception as error:
        while error:
            print("  error:", repr(error))
            error = error.__cause__ or error.__context__
    print("left:", [t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()])


async def main():
    await scenario(Server("one"), Server("two"))
    await scenario(Server("three"), Server("four", fail_on="start"))
    await scenario(Server("five"), Server("six", fail_on="stop"), crash=True, work=0.3)


asyncio.run(main())
