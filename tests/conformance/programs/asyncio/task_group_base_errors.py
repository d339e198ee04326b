import asyncio


async def leave():
    await asyncio.sleep(0.5)
    raise SystemExit(4)


async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print("other stops")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(other())
            group.create_task(leave())
    except BaseException as error:
        print("main sees", type(error).__name__)
        raise


asyncio.run(main())
