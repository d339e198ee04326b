import asyncio


async def background():
    try:
        await asyncio.sleep(3600)
    finally:
        print("background ends")


async def main():
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    print("main ends, task done:", task.done())


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
print("loop stopped")
