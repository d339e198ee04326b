import asyncio
import threading
import time


def note(*words):
    print(f"{time.monotonic():.2f}", *words)


def worker(name, delays):
    for delay in delays:
        time.sleep(delay)
        note(name)


async def tick(delay, times):
    for n in range(times):
        await asyncio.sleep(delay)
        note("tick", n)


async def main():
    thread = threading.Thread(target=worker, args=("worker", [0.15, 0.15, 0.4]))
    thread.start()
    await asyncio.gather(tick(0.2, 3), asyncio.to_thread(worker, "pool", [0.1, 0.3]))
    note("blocks the loop, not the threads")
    time.sleep(0.3)
    note("goes on")
    await tick(0.01, 1)
    thread.join()


asyncio.run(main())
