"""Exceptions that are thrown into an await: swallowed at the bottom, half way up, nowhere."""
import asyncio


class Step:
    def __init__(self, swallows):
        self.swallows = swallows

    def __await__(self):
        try:
            got = yield "step"
            return got
        except ValueError as error:
            if not self.swallows:
                raise
            return f"swallowed {error}"
        finally:
            print("step is over")


async def inner(swallows):
    return await Step(swallows)


async def middle(swallows, catches):
    try:
        return await inner(swallows)
    except ValueError:
        if not catches:
            raise
    return "caught"


async def outer(swallows, catches):
    with_line = await middle(swallows, catches)
    return [with_line,
            await middle(True, False)]


def run(swallows, catches):
    coroutine = outer(swallows, catches)
    coroutine.send(None)
    try:
        print(coroutine.throw(ValueError("one")))
        print(coroutine.send("two"))
    except (ValueError, StopIteration) as error:
        print(type(error).__name__, error)


run(True, False)
run(False, True)
run(False, False)


def numbers():
    try:
        yield 1
        yield 2
    except KeyError:
        yield "key"
    return "done"


def delegates():
    result = yield from numbers()
    yield result


generator = delegates()
print(next(generator), generator.throw(KeyError), next(generator))
generator.close()


def closes():
    try:
        yield 1
    except GeneratorExit:
        return "closed"


one = closes()
next(one)
print(one.close(), one.close())


async def resists():
    for attempt in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("resisted", attempt)
    return "stayed"


async def main():
    task = asyncio.create_task(resists())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    print(await task)


asyncio.run(main())
