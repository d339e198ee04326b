import asyncio
import contextvars

depth = contextvars.ContextVar("depth", default=0)


async def nest(level):
    depth.set(level)
    print("  " * level + "enter", level, asyncio.current_task().get_name())
    if level < 3:
        inner = asyncio.create_task(nest(level + 1), name=f"level {level + 1}")
        print("  " * level + "made", inner.get_name(), inner.done(), depth.get())
        await inner
    else:
        await asyncio.sleep(0.5)
    print("  " * level + "leave", level, depth.get(), asyncio.current_task().get_name())


async def main():
    try:
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    except AttributeError as error:
        print(error)
    await asyncio.create_task(nest(1), name="level 1")
    print(depth.get(), asyncio.get_running_loop().time())


asyncio.run(main())
