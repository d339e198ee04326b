import asyncio


class Hello:
    async def a_method(self):
        print("not printed")

    async def other(self):
        print("other")


async def main():
    h = Hello()
    h.a_method()
    kept = h.a_method()
    await h.other()
    kept = None
    print("dropped", kept)
    asyncio.sleep(1)
    print("returning")


if __name__ == "__main__":
    asyncio.run(main())
