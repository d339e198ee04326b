import asyncio
import threading
import time


class Bridge:
    """Readings that come from a thread, for an `async for`."""

    def __init__(self, loop):
        self.loop, self.queue = loop, asyncio.Queue()

    def put(self, item):
        self.loop.call_soon_threadsafe(self.queue.put_nowait, item)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.queue.get()
        if item is None:
            raise StopAsyncIteration
        return item


def read_sensor(bridge):
    for n in range(3):
        time.sleep(0.2)
        bridge.put(n * 10)
    bridge.put(None)


async def main():
    bridge = Bridge(asyncio.get_running_loop())
    thread = threading.Thread(target=read_sensor, args=(bridge,))
    thread.start()
    async for reading in bridge:
        print(reading, round(time.monotonic(), 2))
    thread.join()


asyncio.run(main())
