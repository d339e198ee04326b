import asyncio


class Door:
    def __init__(self):
        self.opened = asyncio.Event()

    def __await__(self):
        return self.opened.wait().__await__()


async def visitor(door):
    print("knocking")
    await door
    print("never inside")


async def main():
    door = Door()
    visit = asyncio.create_task(visitor(door))
    await asyncio.sleep(1)
    print("nobody opens")
    await visit


if __name__ == "__main__":
    asyncio.run(main())
