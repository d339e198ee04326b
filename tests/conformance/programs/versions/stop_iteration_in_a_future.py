import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        future.set_exception(StopIteration("over"))
    except TypeError as error:
        print(error)
        return
    try:
        await future
    except RuntimeError as error:
        print(error, repr(error.__cause__))


asyncio.run(main())
