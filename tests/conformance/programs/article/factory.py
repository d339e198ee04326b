import asyncio


class Hello:
    def __init__(self, ready):
        print("init", ready)
        self.ready = ready

    async def a_method(self):
        print("a_method", self.ready)


async def create_hello():
    await asyncio.sleep(0.5)
    return Hello(ready=True)


async def main():
    h = await create_hello()
    await h.a_method()
    hellos = await asyncio.gather(create_hello(), create_hello())
    for hello in hellos:
        await hello.a_method()


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(main())
