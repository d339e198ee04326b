import asyncio
import asyncio.futures
import asyncio.tasks


async def give(value):
    await asyncio.sleep(0.1)
    return value


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.tasks._PyTask(give(3), loop=loop, name="by hand")
    print(task.get_name(), asyncio.isfuture(task), task.done(), await task)
    future = asyncio.futures._PyFuture(loop=loop)
    loop.call_soon(future.set_result, 5)
    print(future, await future, future)
    future = asyncio.futures._PyFuture(loop=loop)
    future.cancel("enough")
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error))
    loop.set_task_factory(lambda loop, coroutine, **more: asyncio.tasks._PyTask(coroutine, loop=loop, **more))
    async with asyncio.timeout(1), asyncio.TaskGroup() as group:
        made = [group.create_task(give(number)) for number in range(2)]
    print([each.result() for each in made], await asyncio.gather(give(1), give(2)))

    class Named(asyncio.tasks._PyTask):
        pass
    print(await Named(give(6), loop=loop))
    print(asyncio.all_tasks() == {asyncio.current_task()})


print(asyncio.tasks._CTask is asyncio.Task, asyncio.futures._CFuture is asyncio.Future)
print(issubclass(asyncio.tasks._PyTask, asyncio.futures._PyFuture))
asyncio.run(main())
