import asyncio


async def background(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cancelled", n)
        if n == 2:
            raise ValueError("bad cleanup")
        if n == 3:
            return "ignored"
        raise


async def main():
    tasks = [asyncio.create_task(background(n)) for n in (1, 2, 3)]
    await asyncio.sleep(1)
    raise LookupError("main broke")


asyncio.run(main())
