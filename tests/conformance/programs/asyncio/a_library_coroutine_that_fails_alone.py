import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.open_connection("127.0.0.1", 9)),
             asyncio.create_task(asyncio.wait_for(asyncio.sleep(5), 0.1)),
             asyncio.create_task(asyncio.sleep("soon"))]
    print(repr(tasks[0]).partition(" at ")[0])
    await asyncio.sleep(1)
    print(repr(tasks[0]).partition(" at ")[0])
    for task in tasks:
        print(repr(task.exception()), task.exception().__traceback__ is None)
    asyncio.create_task(asyncio.open_connection("127.0.0.1", 9))
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
