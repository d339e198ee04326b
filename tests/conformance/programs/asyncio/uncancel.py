import asyncio


async def stubborn():
    task = asyncio.current_task()
    while True:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("asked to stop:", error.args, "requests:", task.cancelling())
            if task.cancelling() >= 2:
                raise
            print("left:", task.uncancel())
            await asyncio.sleep(0.5)
            print("went on")


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print(task.cancel("first"))
    await asyncio.sleep(1)
    print(task.cancelling(), task.cancelled())
    print(task.cancel("second"), task.cancel("third"))
    print("pending requests", task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("stopped:", error.args)
    print(task.cancelled(), task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())


asyncio.run(main())
