import asyncio
import traceback


async def cleanup_fails():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise LookupError("no cleanup")


async def finally_fails():
    try:
        await asyncio.sleep(5)
    finally:
        1 / 0


def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__context__
    return " <- ".join(names)


async def main():
    for job in (cleanup_fails, finally_fails):
        try:
            await asyncio.wait_for(job(), 1)
        except Exception as error:
            print("wait_for:", chain(error))
        try:
            async with asyncio.timeout(1):
                await job()
        except Exception as error:
            print("timeout:", chain(error))
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(cleanup_fails())
    except Exception as error:
        print("group:", type(error).__name__, [chain(each) for each in error.exceptions])
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError as error:
        print("plain:", chain(error))


asyncio.run(main())
