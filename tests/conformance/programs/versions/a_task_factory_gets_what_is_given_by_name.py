import asyncio
import contextvars

request = contextvars.ContextVar("request", default="-")


def factory(loop, coro, **options):
    print("factory", coro.__name__, {key: type(value).__name__ for key, value in options.items()})
    return asyncio.Task(coro, loop=loop, **options)


async def handle(n):
    return n, request.get(), asyncio.current_task().get_name()


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    context = contextvars.copy_context()
    context.run(request.set, "special")
    print(await asyncio.create_task(handle(1)))
    print(await asyncio.create_task(handle(2), name="two"))
    print(await asyncio.create_task(handle(3), name="three", context=context))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(handle(4)), group.create_task(handle(5), name="five")]
    print([task.result() for task in tasks])
    print(await asyncio.gather(handle(6), handle(7)))
    for options in ({"colour": "red"}, {"name": None}, {"eager_start": False}):
        coro = handle(8)
        try:
            print(await asyncio.create_task(coro, **options))
        except TypeError as error:
            print("TypeError:", error)
            coro.close()


asyncio.run(main())
