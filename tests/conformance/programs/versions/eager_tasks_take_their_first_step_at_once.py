# A cache in front of a slow service: with eager tasks, what is in the cache never touches the loop.
import asyncio

cache = {"a": 1, "b": 2}


async def lookup(key):
    print("  lookup", key)
    if key in cache:
        return cache[key]
    await asyncio.sleep(0.1)
    cache[key] = len(cache) + 1
    print("  fetched", key)
    return cache[key]


async def main():
    loop = asyncio.get_running_loop()
    print("lazy")
    tasks = [asyncio.create_task(lookup(key)) for key in "abc"]
    print("made", [task.done() for task in tasks])
    print(await asyncio.gather(*tasks))
    if not hasattr(asyncio, "eager_task_factory"):
        print("no eager tasks here")
        return
    loop.set_task_factory(asyncio.eager_task_factory)
    print("eager")
    tasks = [asyncio.create_task(lookup(key), name=key) for key in "abd"]
    print("made", [task.done() for task in tasks])
    for task in tasks:
        print(task.get_name(), task.get_coro() is None)
    print(await asyncio.gather(*tasks))
    print(await asyncio.gather(lookup("a"), lookup("b")))


asyncio.run(main())
