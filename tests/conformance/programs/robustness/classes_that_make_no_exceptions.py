# throw() of a class whose __new__ makes something else, or fails: what is wrong is thrown in in its place.
import asyncio
import traceback


class Five(Exception):
    def __new__(cls, *args, **kwargs):
        return 5


class Failing(Exception):
    def __new__(cls, *args, **kwargs):
        raise KeyError("cannot be made")


def generator():
    try:
        yield 1
    except BaseException as error:
        print("inside:", type(error).__name__, error)
        raise


def delegating():
    yield from generator()


class Awaitable:
    def __await__(self):
        yield from generator()


async def coroutine():
    await Awaitable()


async def async_generator():
    try:
        yield 1
    except BaseException as error:
        print("inside:", type(error).__name__, error)
        raise


def attempt(operation, *arguments):
    try:
        print("->", operation(*arguments))
    except BaseException:
        traceback.print_exc()


for kind in Five, Failing:
    for make in generator, delegating:
        made = make()
        next(made)
        attempt(made.throw, kind)
    attempt(generator().throw, kind, 1)
    made = coroutine()
    made.send(None)
    attempt(made.throw, kind)
    made = async_generator()
    try:
        made.asend(None).send(None)
    except StopIteration as stop:
        print(stop.value)
    made = async_generator()
    attempt(made.asend(None).throw, kind)


def raising(kind):
    raise kind


async def main():
    future = asyncio.get_running_loop().create_future()
    for kind in Five, Failing:
        try:
            future.set_exception(kind)
        except BaseException as error:
            print(type(error).__name__, error)

    class Answering(Exception):
        def __init__(self):
            future.set_result("answered")

    try:
        future.set_exception(Answering)
    except asyncio.InvalidStateError:
        print("too late:", future.result())


asyncio.run(main())
