import asyncio


async def background(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled at the end")
        raise
    finally:
        await asyncio.sleep(0)
        print(name, "cleaned up")


async def main():
    first = asyncio.create_task(background("first", 10))
    second = asyncio.create_task(background("second", 20))
    third = asyncio.create_task(background("third", 0.5))
    await asyncio.sleep(1)
    print("main ends", first.done(), second.done(), third.done())


asyncio.run(main())
print("after run")
