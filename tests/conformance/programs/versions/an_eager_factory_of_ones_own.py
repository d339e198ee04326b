import asyncio


class Counted(asyncio.Task):
    made = 0

    def __init__(self, coro, **options):
        Counted.made += 1
        print("making", sorted(key for key in options if key != "loop"), options.get("eager_start"))
        super().__init__(coro, **options)


async def quick(value):
    return value * 2


async def main():
    loop = asyncio.get_running_loop()
    factory = asyncio.create_eager_task_factory(Counted)
    loop.set_task_factory(factory)
    task = asyncio.create_task(quick(4), name="quick")
    print(type(task).__name__, task.get_name(), task.done(), task.result())
    lazy = factory(loop, quick(5), eager_start=False)
    print(lazy.done(), await lazy, Counted.made)
    print(await asyncio.gather(quick(1), quick(2)), Counted.made)


if hasattr(asyncio, "create_eager_task_factory"):
    asyncio.run(main())
else:
    print("not in this version")
