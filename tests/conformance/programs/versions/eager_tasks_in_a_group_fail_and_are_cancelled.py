import asyncio


async def fail(text):
    print("failing", text)
    raise ValueError(text)


async def wait(name):
    try:
        print(name, "waits")
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait("first"))
            group.create_task(fail("now"))
            print("the group has not heard of it yet")
            group.create_task(wait("second"))
            await asyncio.sleep(0)
            print("never here")
    except* ValueError as errors:
        print("caught", errors.exceptions)
    task = asyncio.create_task(fail("alone"))
    print(task.done(), repr(task.exception()))


try:
    asyncio.run(main())
except AttributeError as error:
    print(error)
