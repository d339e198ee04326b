# A loop's create_task(), a handle's loop, a context and a future may be anything, and a future's __init__ may have been
# forgotten: whoever asks such a thing for something says what is missing.
import asyncio


async def job():
    return "done"


def attempt(name, function, *arguments):
    try:
        print(name, "->", function(*arguments))
    except Exception as error:
        print(name, "->", type(error).__name__, error)


async def attempt_to_await(name, function):
    try:
        result = function()
        if hasattr(result, "__await__"):
            result = await result
        print(name, "->", result)
    except Exception as error:
        print(name, "->", type(error).__name__, error)


async def first_completed(awaitable):
    for each in asyncio.as_completed([awaitable]):
        return await each


print("--- loops that make no tasks")


class NumberLoop(asyncio.SelectorEventLoop):
    def create_task(self, coro, **options):
        coro.close()
        return 5


def run_on(kind):
    with asyncio.Runner(loop_factory=kind) as runner:
        return runner.run(job())


loop = NumberLoop()
attempt("run_until_complete", loop.run_until_complete, job())
loop.close()
attempt("Runner", run_on, NumberLoop)


class BareFuture(asyncio.Future):
    def __init__(self):
        pass


class BareTask(asyncio.Task):
    def __init__(self):
        pass


async def with_factories(loop):
    for make in (lambda: 5), (lambda: None), BareFuture:
        def factory(loop, coro, **options):
            coro.close()
            return make()

        print("--- a factory that makes", type(make()).__name__)
        loop.set_task_factory(factory)
        await attempt_to_await("create_task", lambda: asyncio.create_task(job()))
        await attempt_to_await("ensure_future", lambda: asyncio.ensure_future(job()))
        await attempt_to_await("gather", lambda: asyncio.gather(job()))
        await attempt_to_await("shield", lambda: asyncio.shield(job()))
        await attempt_to_await("wait_for", lambda: asyncio.wait_for(job(), 1))
        await attempt_to_await("wait_for at once", lambda: asyncio.wait_for(job(), 0))
        group = await asyncio.TaskGroup().__aenter__()
        await attempt_to_await("TaskGroup", lambda: group.create_task(job()))
    loop.set_task_factory(None)


async def with_bare(make):
    print("--- a forgotten __init__:", make.__name__)
    await attempt_to_await("await", make)
    await attempt_to_await("shield", lambda: asyncio.shield(make()))
    await attempt_to_await("wait", lambda: asyncio.wait([make()]))
    await attempt_to_await("wait_for", lambda: asyncio.wait_for(make(), 1))
    await attempt_to_await("gather", lambda: asyncio.gather(make()))
    await attempt_to_await("as_completed", lambda: first_completed(make()))


loop = asyncio.new_event_loop()
loop.run_until_complete(with_factories(loop))
loop.run_until_complete(with_bare(BareFuture))
loop.run_until_complete(with_bare(BareTask))
attempt("run_until_complete", loop.run_until_complete, BareFuture())
attempt("run_until_complete", loop.run_until_complete, BareTask())

print("--- loops of handles")


class Listener:
    def get_debug(self):
        return False

    def call_exception_handler(self, context):
        print("told", repr(context["exception"]))


class Mute:
    def get_debug(self):
        return False


def divide():
    return 1 / 0


attempt("Handle", asyncio.Handle, divide, (), None)
attempt("TimerHandle", asyncio.TimerHandle, 1, divide, (), None)
attempt("a listener", asyncio.Handle(divide, (), Listener())._run)
attempt("a mute", asyncio.Handle(divide, (), Mute())._run)

print("--- contexts")


def report(loop, context):
    print("report", type(context["exception"]).__name__, context["exception"])


async def with_contexts():
    loop.call_soon(divide, context=[1, 2])
    loop.call_soon(asyncio.Event().set, context="text")
    loop.call_later(0, divide, context=5)
    loop.call_soon_threadsafe(divide, context=())
    future = loop.create_future()
    future.add_done_callback(print, context=[1])
    future.set_result(1)
    future.add_done_callback(print, context={})
    await asyncio.sleep(0.1)


loop.set_exception_handler(report)
attempt("Handle", asyncio.Handle(divide, (), loop, context=[1, 2])._run)
loop.run_until_complete(with_contexts())

print("--- a callback that ends a loop in debug mode is not what later reports are about")


def leave():
    raise SystemExit("left")


loop.set_exception_handler(None)
loop.set_debug(True)
loop.call_soon(leave)
try:
    loop.run_forever()
except SystemExit as error:
    print("SystemExit", error)
loop.call_exception_handler({"message": "reported afterwards"})
loop.close()
