import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("ready")
    failed = loop.create_future()
    failed.set_exception(ValueError("known"))
    task = asyncio.create_task(asyncio.sleep(0, "slept"))
    await task
    other = asyncio.create_task(asyncio.sleep(0, "other"))
    loop.call_soon(print, "the loop has had a turn")
    print(await asyncio.gather(done, task))
    print("gathered")
    print(await asyncio.gather(done, failed, return_exceptions=True))
    try:
        await asyncio.gather(done, failed)
    except ValueError as error:
        print(error)
    print(await asyncio.gather(done, other, done))
    print(await asyncio.gather())
    both = asyncio.gather(done, task)
    print(both.done())
    await both


asyncio.run(main())
