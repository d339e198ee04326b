import asyncio


async def nothing():
    pass


async def main():
    for bad in ([], nothing(), 5, [nothing()], ["text"]):
        try:
            await asyncio.wait(bad)
        except Exception as error:
            print(type(error).__name__, error)
        for each in bad if isinstance(bad, list) else [bad]:
            if asyncio.iscoroutine(each):
                each.close()
    task = asyncio.create_task(nothing())
    try:
        await asyncio.wait([task], return_when="SOMETIME")
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait_for(task, "soon")
    except TypeError as error:
        print(error)
    try:
        await asyncio.gather(1, 2)
    except TypeError as error:
        print(error)
    try:
        asyncio.create_task(nothing)
    except TypeError as error:
        print(str(error).split(" at ")[0])
    try:
        asyncio.ensure_future("x")
    except TypeError as error:
        print(error)
    try:
        await asyncio.shield(None)
    except TypeError as error:
        print(error)


asyncio.run(main())
