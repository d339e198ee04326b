import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(None)


async def five():
    return 5


async def who():
    return type(asyncio.current_task()).__name__


class Counted(asyncio.Task):
    made = 0

    def __init__(self, *args, **kwargs):
        Counted.made += 1
        super().__init__(*args, **kwargs)


def ask(what, make):
    try:
        made = make()
        print(what, type(made).__name__, made.get_loop() is loop)
        return made
    except RuntimeError as error:
        print(what, repr(error))


future = ask("Future", lambda: asyncio.Future(loop=loop))
ask("create_future", loop.create_future)
tasks = [ask("Task", lambda: asyncio.Task(five(), loop=loop)),
         ask("create_task", lambda: loop.create_task(five())),
         ask("ensure_future", lambda: asyncio.ensure_future(five(), loop=loop))]
ask("gather", lambda: asyncio.gather(loop.create_future()))
ask("shield", lambda: asyncio.shield(loop.create_future()))
ask("no loop", asyncio.Future)
future.add_done_callback(lambda done: print("done:", done.result()))
loop.call_later(1, future.set_result, "late")
print(loop.run_until_complete(asyncio.gather(future, *tasks)))
loop.set_task_factory(lambda loop, coro, **options: Counted(coro, loop=loop, **options))
print(loop.run_until_complete(who()), Counted.made)


class Forgetful(asyncio.Future):
    def __init__(self):
        pass


forgetful = Forgetful()
print(forgetful.done(), forgetful.cancelled())
for method, *args in [("result",), ("exception",), ("cancel",), ("set_result", 1), ("get_loop",),
                      ("add_done_callback", print)]:
    try:
        getattr(forgetful, method)(*args)
    except Exception as error:
        print(method, type(error).__name__, error)
failed = loop.create_future()
failed.set_exception(KeyError("told by cancel()"))
print(failed.cancel())
del failed
coroutine = five()
loop.close()
for make in (asyncio.ensure_future, lambda coro, loop: loop.create_task(coro)):
    try:
        make(coroutine, loop=loop)
    except RuntimeError as error:
        print(error)
coroutine.close()
