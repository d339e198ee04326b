import asyncio


async def source():
    try:
        yield 1
        yield 2
    finally:
        print("closing source")
        raise ValueError("cannot close")


async def main():
    generator = source()
    print(await anext(generator))
    globals()["kept"] = generator


asyncio.run(main())
print("after")
