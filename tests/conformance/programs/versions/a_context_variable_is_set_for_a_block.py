import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def whoami():
    await asyncio.sleep(0)
    return user.get()


async def main():
    token = user.set("ada")
    try:
        with token as entered:
            print(entered is token, await whoami())
            with user.set("bob"):
                print(await whoami(), await asyncio.create_task(whoami()))
            print(await whoami())
        print(await whoami())
    except TypeError as error:
        print(error)
        return
    try:
        with user.set("eve"):
            raise ValueError(user.get())
    except ValueError as error:
        print(error, user.get())
    try:
        with token:
            print("used again", user.get())
    except RuntimeError as error:
        print(type(error).__name__, str(error).split(" at ")[0])


asyncio.run(main())
