import asyncio
import threading
import time


def fetch(url, delay, *, retries=0):
    print("fetch", url, "in", threading.current_thread().name, "retries", retries)
    time.sleep(delay)
    return f"<{url}>"


async def main():
    start = time.perf_counter()
    pages = await asyncio.gather(
        asyncio.to_thread(fetch, "a", 0.5),
        asyncio.to_thread(fetch, "b", 0.2, retries=3),
        asyncio.to_thread(fetch, "c", 0.3),
    )
    print(pages, round(time.perf_counter() - start, 3))
    # Threads that are idle are used again.
    print(await asyncio.to_thread(fetch, "d", 0.1))
    print(sorted(thread.name for thread in threading.enumerate()))


asyncio.run(main())
print([thread.name for thread in threading.enumerate()])
