import asyncio


class Loud(asyncio.Future):
    def add_done_callback(self, *args, **options):
        print("add_done_callback", len(args), sorted(options))
        super().add_done_callback(*args, **options)

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg=msg)


class Own:
    """Not a Future, but all that a task asks of one."""

    def __init__(self, loop):
        self._asyncio_future_blocking = False
        self.loop, self.callbacks, self.value = loop, [], None

    def get_loop(self):
        return self.loop

    def add_done_callback(self, callback, *, context):
        print("somebody waits")
        self.callbacks.append((callback, context))

    def finish(self, value):
        self.value = value
        for callback, context in self.callbacks:
            self.loop.call_soon(callback, self, context=context)

    def result(self):
        print("result is asked for")
        if isinstance(self.value, Exception):
            raise self.value
        return self.value

    def cancel(self, msg=None):
        print("cancel", msg)
        return False

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()


async def wait_for(future):
    try:
        return await future
    except ValueError as error:
        return f"failed: {error}"
    except asyncio.CancelledError as error:
        return f"cancelled: {error}"


async def main():
    loop = asyncio.get_running_loop()
    loud = Loud()
    loop.call_later(1, loud.set_result, "loud")
    print(await loud)
    task = asyncio.create_task(wait_for(Loud()))
    await asyncio.sleep(0)
    print(task.cancel("stop"), await task)
    own = Own(loop)
    print(asyncio.isfuture(own), asyncio.isfuture(loud), asyncio.isfuture(Own))
    loop.call_later(1, own.finish, "own")
    print(await wait_for(own))
    own = Own(loop)
    loop.call_later(1, own.finish, ValueError("no"))
    print(await asyncio.create_task(wait_for(own)))
    own = Own(loop)
    task = asyncio.create_task(wait_for(own))
    await asyncio.sleep(0)
    print(task.cancel("too late"))
    own.finish("done anyway")
    print(await task)
    print(loop.time())


asyncio.run(main())


class LoudTask(asyncio.Task):
    def add_done_callback(self, *args, **options):
        print("add_done_callback of a task")
        super().add_done_callback(*args, **options)


async def waits_for_itself():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        return str(error).split(":")[0]


async def tasks():
    print(await LoudTask(waits_for_itself()))


asyncio.run(tasks())
