import asyncio
import time


def work():
    print("work begins", round(time.monotonic(), 2))
    time.sleep(1)
    print("work ends all the same", round(time.monotonic(), 2))
    return "result"


async def main():
    task = asyncio.create_task(asyncio.to_thread(work))
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", round(time.monotonic(), 2))
    try:
        await asyncio.wait_for(asyncio.to_thread(work), timeout=0.3)
    except asyncio.TimeoutError:
        print("timeout", round(time.monotonic(), 2))
    try:
        async with asyncio.timeout(0.1):
            await asyncio.to_thread(work)
    except TimeoutError:
        print("timeout again", round(time.monotonic(), 2))
    print("main ends", round(time.monotonic(), 2))


asyncio.run(main())
print("run ends", round(time.monotonic(), 2))
