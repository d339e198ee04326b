import asyncio


async def who(label):
    print(label, asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    await asyncio.sleep(1)
    return label


class Reply:
    def __await__(self):
        print("awaited by", asyncio.current_task().get_name())
        yield from asyncio.sleep(0.5).__await__()
        return "reply"


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("not now")
        return "finished anyway"


async def main():
    print(await asyncio.wait_for(who("in time"), 5))
    print(await asyncio.wait_for(Reply(), 5))
    print(await asyncio.wait_for(who("no limit"), None))
    try:
        await asyncio.wait_for(who("late"), 0.5)
    except TimeoutError as error:
        print("late", repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(stubborn(), 1))
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(who("never started"), timeout)
        except TimeoutError as error:
            print(timeout, repr(error.__context__))
    task = asyncio.create_task(who("a task"))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.2)
    except TimeoutError:
        print("shielded", task.cancelled())
    print(await task, asyncio.create_task(who("named")).get_name())


asyncio.run(main())
