"""Comprehensions that await: in whose frame they run, and what an exception in them meets."""
import asyncio
import traceback


async def ticks(count):
    for number in range(count):
        await asyncio.sleep(0.1)
        yield number


async def doubled(number):
    await asyncio.sleep(0.1)
    if number == 3:
        raise ValueError("three")
    return number * 2


async def collected():
    listed = [number async for number in ticks(2)]
    mapped = {number: await doubled(number) async for number in ticks(3) if number}
    inner = [[await doubled(number) for number in range(two)] for two in (1, 2)]
    mixed = [(one, two)
             for one in "ab"
             async for two in ticks(2)]
    return listed, mapped, inner, mixed


async def fails(number):
    number = "kept"
    try:
        return [await doubled(number)
                for number in (1, 3)]
    except ValueError as error:
        print([(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__)])
        return number


async def generated():
    doubles = (await doubled(number) for number in range(3))
    return {number async for number in doubles}


async def cancelled():
    try:
        return [await asyncio.sleep(number, number) for number in (1, 5)]
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    print(await collected())
    print(await fails(0))
    print(sorted(await generated()))
    try:
        async with asyncio.timeout(2):
            await cancelled()
    except TimeoutError:
        print("too late")


asyncio.run(main())
