import asyncio


class Room:
    depth = 0

    def __init__(self, name):
        self.name = name

    def show(self, what):
        print("  " * Room.depth + what + " " + self.name)

    def __enter__(self):
        self.show("into")
        Room.depth += 1
        return self

    def __exit__(self, *args):
        Room.depth -= 1
        self.show("out of")

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        return self.__enter__()

    async def __aexit__(self, *args):
        await asyncio.sleep(0.1)
        return self.__exit__(*args)


async def main():
    with Room("hall") as hall:
        async with Room("kitchen") as kitchen, Room("pantry"):
            print(hall.name, kitchen.name, Room.depth)
        with Room("cellar"), Room("crate"):
            pass
        for name in ("attic", "roof"):
            async with Room(name):
                if name == "attic":
                    continue
                print("looking at the sky")
    print(Room.depth)


asyncio.run(main())
