import asyncio


async def source():
    await asyncio.sleep(1)
    raise ConnectionResetError("reset by peer")


async def user(name, task):
    try:
        return await task
    except ConnectionResetError as error:
        print(name, "sees", repr(error))
        raise


async def main():
    task = asyncio.create_task(source())
    users = [asyncio.create_task(user(f"user{i}", task)) for i in range(3)]
    results = await asyncio.gather(*users, return_exceptions=True)
    print(len({id(result) for result in results}), "exception object")
    print(task.exception() is results[0])
    for _ in range(2):
        try:
            await task
        except ConnectionResetError as error:
            depth, traceback = 0, error.__traceback__
            while traceback:
                depth, traceback = depth + 1, traceback.tb_next
            print("depth", depth)


asyncio.run(main())
