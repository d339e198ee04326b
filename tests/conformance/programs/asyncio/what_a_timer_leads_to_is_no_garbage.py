# A task that nobody but its loop knows: by a timer, by another task. And one that not even the loop knows.
import asyncio
import gc
import logging
import weakref

logging.getLogger("asyncio").disabled = True


async def sleeps():
    try:
        await asyncio.sleep(1)
        print("slept")
    except BaseException as error:
        print("sleeps:", repr(error))
        raise


async def waits_for(future):
    try:
        await future
    except BaseException as error:
        print("waits_for:", repr(error))
        raise


async def gathers():
    await asyncio.gather(sleeps(), sleeps())


async def waits_with_a_timeout():
    await asyncio.wait_for(sleeps(), 5)


async def shields():
    await asyncio.shield(sleeps())


async def in_main():
    loop = asyncio.get_running_loop()
    for make in (sleeps, gathers, waits_with_a_timeout, shields):
        known = weakref.ref(asyncio.create_task(make()))
        for turn in range(3):
            await asyncio.sleep(0)
        gc.collect()
        print(make.__name__, "is garbage:", known() is None)
    known = weakref.ref(asyncio.create_task(waits_for(loop.create_future())))
    for turn in range(3):
        await asyncio.sleep(0)
    gc.collect()
    print("waits_for is garbage:", known() is None)
    await asyncio.sleep(2)


async def leaves_one():
    task = asyncio.create_task(sleeps())
    await asyncio.sleep(0)


asyncio.run(in_main())
loop = asyncio.new_event_loop()
loop.run_until_complete(leaves_one())
gc.collect()
print("tasks of the loop:", len(asyncio.all_tasks(loop)))
loop = None
gc.collect()
print("end")
