import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="-")


async def log(message):
    print(user.get() + ":", message)


async def handle(name):
    user.set(name)
    await asyncio.sleep(1)
    await log("saved")


async def main():
    await asyncio.gather(handle("Ann"), handle("Bob"))
    await log("both done")
    await handle("Eve")
    await log("after Eve")


asyncio.run(main())
