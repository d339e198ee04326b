# The first answer wins: the group is told that the others are not needed.
import asyncio


async def ask(group, name, seconds, answers):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "is told to stop")
        raise
    answers.append(name)
    print(name, "answers")
    group.cancel()


async def main():
    answers = []
    if not hasattr(asyncio.TaskGroup, "cancel"):
        print("a group cannot be cancelled")
        return
    try:
        async with asyncio.TaskGroup() as group:
            for name, seconds in (("london", 2), ("paris", 1), ("rome", 3)):
                group.create_task(ask(group, name, seconds, answers))
    finally:
        print("left")
    print(answers, asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as group:
        group.create_task(ask(group, "oslo", 5, answers))
        await asyncio.sleep(1)
        group.cancel()
        group.cancel()
        print("the body goes on to its next await")
        await asyncio.sleep(1)
        print("never here")
    print("after", group, asyncio.get_running_loop().time())
    unused = asyncio.TaskGroup()
    unused.cancel()
    async with unused:
        print("in")
        await asyncio.sleep(1)
        print("never here either")
    print("done", asyncio.get_running_loop().time())
    unused.cancel()


asyncio.run(main())
