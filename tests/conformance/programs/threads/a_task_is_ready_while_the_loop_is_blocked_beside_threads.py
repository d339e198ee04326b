import asyncio
import threading
import time


def worker():
    for _ in range(4):
        time.sleep(0.3)
        print(f"{time.monotonic():.1f} worker")


async def ready():
    print(f"{time.monotonic():.1f} the other task runs")


async def main():
    thread = threading.Thread(target=worker)
    thread.start()
    task = asyncio.create_task(ready())
    time.sleep(1)
    print(f"{time.monotonic():.1f} main gives way")
    await task
    lock = threading.Lock()
    lock.acquire()
    print(lock.acquire(timeout=0.5), f"{time.monotonic():.1f}")
    thread.join()


asyncio.run(main())
