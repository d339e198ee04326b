import asyncio


class Watchdog:
    def __init__(self, timeout, on_expire):
        self.timeout, self.on_expire = timeout, on_expire
        self._loop = asyncio.get_running_loop()
        self._handle = None

    def feed(self):
        if self._handle is not None:
            self._handle.cancel()
        self._handle = self._loop.call_later(self.timeout, self._expire)

    def _expire(self):
        self._handle = None
        print("watchdog barks at", self._loop.time())
        self.on_expire()

    def __enter__(self):
        self.feed()
        return self

    def __exit__(self, *details):
        if self._handle:
            self._handle.cancel()


async def device(delays):
    task = asyncio.current_task()
    try:
        with Watchdog(1, task.cancel) as watchdog:
            for delay in delays:
                await asyncio.sleep(delay)
                watchdog.feed()
                print("fed at", asyncio.get_running_loop().time())
    except asyncio.CancelledError:
        print("reset, requests:", task.cancelling(), "left:", task.uncancel())
        return "reset"
    return "fine"


async def main():
    print(await asyncio.create_task(device([0.5, 0.9, 0.2])))
    print(await asyncio.create_task(device([0.5, 3, 0.1])))
    await asyncio.sleep(2)


asyncio.run(main())
