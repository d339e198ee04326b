"""Task factories, classes derived from Task and Future."""
import asyncio


class NamedTask(asyncio.Task):
    made = []

    def __init__(self, coro, *, loop=None, name=None, **kwargs):
        super().__init__(coro, loop=loop, name=name, **kwargs)
        self.birth = loop.time() if loop else None
        NamedTask.made.append(self.get_name())

    def cancel(self, msg=None):
        print("cancel called on", self.get_name(), msg)
        return super().cancel(msg)


class Deferred(asyncio.Future):
    def __init__(self, label, *, loop=None):
        super().__init__(loop=loop)
        self.label = label

    def fulfil(self, value):
        if not self.done():
            self.set_result((self.label, value))
        return self


def factory(loop, coro, context=None):
    return NamedTask(coro, loop=loop, context=context) if context else NamedTask(coro, loop=loop)


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(work(1), name="first")
    print(type(task).__name__, task.get_name(), isinstance(task, asyncio.Task), task.birth)
    print(await asyncio.gather(work(1), task))
    victim = asyncio.ensure_future(work(5))
    await asyncio.sleep(0)
    victim.cancel("go")
    try:
        await victim
    except asyncio.CancelledError as error:
        print("gone", error)
    async with asyncio.TaskGroup() as group:
        inner = group.create_task(work(1))
        print(type(inner).__name__)
    loop.set_task_factory(None)
    print(type(asyncio.create_task(work(0))).__name__, NamedTask.made)
    deferred = Deferred("d")
    loop.call_later(1, deferred.fulfil, 42)
    print(await deferred, deferred.done(), asyncio.isfuture(deferred), isinstance(deferred, asyncio.Future))
    print(repr(deferred)[:10], deferred.fulfil(3).result(), await asyncio.wait_for(Deferred("x").fulfil(1), 1))
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)
    eager = asyncio.Task(work(0.5), loop=loop, name="direct")
    print(eager.get_name(), await eager)
    for bad in (5, None):
        try:
            asyncio.Task(bad)
        except TypeError as error:
            print(error)
        try:
            asyncio.create_task(bad)
        except TypeError as error:
            print(error)
        try:
            asyncio.ensure_future(bad)
        except TypeError as error:
            print(error)


asyncio.run(main())
