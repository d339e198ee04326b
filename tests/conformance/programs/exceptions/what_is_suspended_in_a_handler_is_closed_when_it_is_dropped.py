import asyncio
import sys


def generator(name):
    try:
        yield 1
    except ZeroDivisionError:
        try:
            yield 2
        finally:
            print(name, "is closed")


def drop(name):
    suspended = generator(name)
    next(suspended)
    suspended.throw(ZeroDivisionError)
    print("leaving drop")


async def stream():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield "item"
        finally:
            print("stream is closed")


async def consume():
    async for item in stream():
        print(item)
        break
    print("leaving consume")
    await asyncio.sleep(0)
    print("next turn")
    await asyncio.sleep(0)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("released", self.name)


def fails(held):
    yield
    raise LookupError("from a generator")


def keeps_traceback():
    made = fails(Noisy("local of a generator"))
    next(made)
    try:
        next(made)
    except LookupError as error:
        kept = error
    del made
    frame = kept.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals))
    del frame
    kept = None
    print("the exception has gone")


def frames():
    made = generator("third")
    next(made)
    frame = made.gi_frame
    print(frame is made.gi_frame, type(frame).__name__, frame.f_lineno, frame.f_back)
    made.close()
    print(made.gi_frame, frame.f_code is made.gi_code)
    made = generator("fourth")
    frame = made.gi_frame
    del made
    frame.clear()
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)


async def failing(held):
    raise ValueError(held.name)


async def main():
    try:
        await failing(Noisy("local of a coroutine"))
    except ValueError:
        print("caught")
    print("after the handler")
    results = await asyncio.gather(failing(Noisy("gathered")), return_exceptions=True)
    print("gathered", len(results))
    del results
    task = asyncio.create_task(failing(Noisy("of a task")))
    try:
        await task
    except ValueError:
        print("caught")
    del task
    print("the task has gone")
    await asyncio.sleep(0)


drop("first")
asyncio.run(consume())
keeps_traceback()
frames()
asyncio.run(main())
