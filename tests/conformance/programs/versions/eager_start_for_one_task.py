import asyncio


async def worker(name, steps):
    for step in range(steps):
        print(name, step, asyncio.current_task().get_name())
        await asyncio.sleep(0)
    return name


async def main():
    me = asyncio.current_task()
    try:
        eager = asyncio.create_task(worker("eager", 2), eager_start=True)
    except TypeError as error:
        print(error)
        return
    print("made", eager.done(), asyncio.current_task() is me)
    lazy = asyncio.create_task(worker("lazy", 1), eager_start=False)
    print("made", lazy.done())
    done = asyncio.create_task(worker("at once", 0), eager_start=True)
    print(done)
    print(await eager, await lazy, await done)


asyncio.run(main())
