import asyncio


async def worker(event, name):
    try:
        await event.wait()
    except GeneratorExit:
        print(name, "is thrown away")
        raise
    finally:
        print(name, "finally")


async def main(loop):
    event = asyncio.Event()
    tasks = [loop.create_task(worker(event, name), name=name) for name in ("a", "b")]
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), [task.done() for task in tasks])


loop = asyncio.new_event_loop()
loop.run_until_complete(main(loop))
loop.close()
print("the program ends")
