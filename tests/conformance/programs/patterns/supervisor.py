import asyncio


class Supervisor:
    def __init__(self, max_restarts):
        self.max_restarts = max_restarts
        self.log = []

    async def run(self, name, start):
        restarts = 0
        while True:
            task = asyncio.create_task(start(restarts), name=f"{name}-{restarts}")
            try:
                result = await task
            except Exception as error:
                restarts += 1
                self.log.append(f"{task.get_name()}: {error!r}")
                if restarts > self.max_restarts:
                    raise RuntimeError(f"{name} failed too often") from error
                await asyncio.sleep(restarts)
            else:
                return result


async def fragile(restarts):
    await asyncio.sleep(0.5)
    if restarts < 2:
        raise ConnectionError(f"lost after restart {restarts}")
    return "stable"


async def doomed(restarts):
    await asyncio.sleep(0.1)
    {}[restarts]


async def main():
    supervisor = Supervisor(2)
    results = await asyncio.gather(
        supervisor.run("fragile", fragile), supervisor.run("doomed", doomed), return_exceptions=True)
    for result in results:
        print(repr(result), repr(getattr(result, "__cause__", None)))
    print(*supervisor.log, sep="\n")


asyncio.run(main())
