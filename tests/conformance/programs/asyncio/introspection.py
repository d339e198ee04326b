import asyncio


async def main():
    task = asyncio.current_task()
    print(task.get_name(), asyncio.iscoroutine(task.get_coro()))
    print(asyncio.isfuture(task), asyncio.isfuture(main))
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))
    same = asyncio.ensure_future(task)
    print(same is task)
    other = asyncio.ensure_future(asyncio.sleep(1, "slept"))
    print(type(other).__name__, await other)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
