import asyncio


class Storage:
    async def load(self, key):
        await asyncio.sleep(0.1)
        return self.data[key]

    def __init__(self):
        self.data = {"a": 1}


async def load_all(storage, keys):
    return await asyncio.gather(*(storage.load(key) for key in keys))


async def main():
    storage = Storage()
    print(await load_all(storage, ["a"]))
    try:
        await asyncio.wait_for(load_all(storage, ["a", "b"]), timeout=1)
    except KeyError as error:
        raise RuntimeError("cannot load") from error


asyncio.run(main())
