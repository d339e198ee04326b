import asyncio


async def connect(name):
    await asyncio.sleep(0.2)
    print("connected", name)
    return name


async def background():
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("background stopped at", asyncio.get_running_loop().time())
        raise


async def start():
    task = asyncio.create_task(background(), name="background")
    await asyncio.sleep(0)
    return task


with asyncio.Runner() as runner:
    task = runner.run(start())
    print(runner.run(connect("db")), task.done())
    print(runner.run(connect("cache")), task.done())
    runner.get_loop().run_until_complete(asyncio.sleep(3))
    print("leaving")
print(task.cancelled())
