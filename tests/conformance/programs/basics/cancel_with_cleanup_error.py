import asyncio


class Door:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("close", self.name, exc_type)
        await asyncio.sleep(0.1)
        if self.name == "stuck":
            raise OSError("door is stuck")


async def walk(name):
    async with Door("front"), Door(name):
        print("inside")
        await asyncio.sleep(10)


async def cancelled(name):
    task = asyncio.create_task(walk(name))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(name, "cancelled")
    except OSError as error:
        print(name, error, repr(error.__context__))


async def main():
    await cancelled("back")
    await cancelled("stuck")
    await walk_and_fail()


async def walk_and_fail():
    async with asyncio.timeout(1):
        await walk("stuck")


asyncio.run(main())
