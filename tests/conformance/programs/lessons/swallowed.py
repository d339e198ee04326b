import asyncio


async def poll(sensor):
    for number in range(1, 4):
        try:
            await asyncio.sleep(1)
            print(sensor, "reading", number)
        except BaseException:
            print(sensor, "failed, try again")


async def main():
    task = asyncio.create_task(poll("thermometer"))
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
