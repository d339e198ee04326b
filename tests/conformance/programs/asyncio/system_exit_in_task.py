import asyncio
import sys


async def watchdog():
    try:
        await asyncio.sleep(10)
    finally:
        print("watchdog ends")


async def critical():
    await asyncio.sleep(1)
    print("exiting")
    sys.exit(3)


async def main():
    other = asyncio.create_task(watchdog())
    task = asyncio.create_task(critical())
    try:
        await asyncio.gather(other, task)
    finally:
        print("main ends")


asyncio.run(main())
