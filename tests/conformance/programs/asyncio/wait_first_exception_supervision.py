import asyncio


async def sensor(name, period, limit):
    for n in range(limit):
        await asyncio.sleep(period)
        print(name, n)
    raise RuntimeError(f"{name} broke")


async def main():
    tasks = {asyncio.create_task(sensor("fast", 0.3, 5), name="fast"),
             asyncio.create_task(sensor("slow", 0.5, 2), name="slow"),
             asyncio.create_task(asyncio.sleep(10), name="timer")}
    while tasks:
        done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION, timeout=2)
        for task in done:
            print("ended:", task.get_name(), task.exception())
        if not done:
            print("nothing ended, cancel the rest:", *(task.get_name() for task in tasks))
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            break


asyncio.run(main())
