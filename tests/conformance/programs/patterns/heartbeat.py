import asyncio


async def heartbeat(interval, beats):
    loop = asyncio.get_running_loop()
    try:
        while True:
            beats.append(round(loop.time(), 3))
            await asyncio.sleep(interval)
    finally:
        print("heart stopped at", loop.time())


async def work():
    for step in range(3):
        print("step", step)
        await asyncio.sleep(1)
    return "result"


async def main():
    beats = []
    monitor = asyncio.create_task(heartbeat(0.4, beats))
    try:
        print(await work())
    finally:
        monitor.cancel()
        await asyncio.wait([monitor])
    print(beats, monitor.cancelled())


asyncio.run(main())
