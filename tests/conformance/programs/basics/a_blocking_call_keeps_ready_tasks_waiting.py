import asyncio
import time


async def tick(name):
    for n in range(2):
        print(name, n)
        await asyncio.sleep(0.5)


async def main():
    task = asyncio.create_task(tick("a"))
    time.sleep(1)
    print("main has slept, and nothing else ran")
    await asyncio.sleep(0.2)
    time.sleep(1)
    await task
    try:
        await asyncio.wait_for(tick("b"), 0.7)
    except TimeoutError:
        print("too late")


asyncio.run(main())
