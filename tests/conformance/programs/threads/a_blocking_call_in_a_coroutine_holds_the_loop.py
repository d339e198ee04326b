import asyncio
import time


def blocking(name):
    print(f"{time.monotonic():.1f} {name} begins to block")
    time.sleep(1)
    print(f"{time.monotonic():.1f} {name} is through")
    return name.upper()


async def heartbeat():
    for beat in range(4):
        print(f"{time.monotonic():.1f} beat {beat}")
        await asyncio.sleep(0.3)


async def held():
    beats = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    print(blocking("held"))
    await beats


async def free():
    beats = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    print(await asyncio.to_thread(blocking, "free"))
    await beats


asyncio.run(held())
print("---")
asyncio.run(free())
