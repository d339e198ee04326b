import asyncio
import inspect


async def numbers():
    try:
        yield 1
        await asyncio.sleep(0)
        yield 2
    finally:
        print("closed")


def describe(step):
    print(type(step).__name__, hasattr(step, "cr_frame"), inspect.iscoroutine(step), inspect.isawaitable(step),
          asyncio.iscoroutine(step), step.__await__() is step, iter(step) is step)


async def coroutine():
    pass


async def main():
    generator = numbers()
    steps = [generator.asend(None), generator.aclose(), generator.athrow(ValueError), anext(generator, 1)]
    for step in steps:
        describe(step)
    for step in steps:
        step.close()
    made = coroutine()
    print(type(made.__await__()).__name__)
    await made
    generator = numbers()
    step = generator.asend(None)
    print(await step)
    for reused in (step, generator.__anext__()):
        try:
            print(await reused)
            await reused
        except RuntimeError as error:
            print(error)
    step = generator.aclose()
    await step
    try:
        await step
    except RuntimeError as error:
        print(error)
    generator = numbers()
    for wrong in (generator.asend(5), coroutine()):
        try:
            wrong.send(5)
        except TypeError as error:
            print(error)
        wrong.close()
    generator = numbers()
    task = asyncio.create_task(generator.__anext__(), name="step")
    print(task)
    print(await task)
    step = generator.asend(None)
    print(step.send(None), generator.ag_running)
    step.close()
    print("the step is closed:", generator.ag_running)


class Broken:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        raise LookupError("no more")


async def iterate():
    async for _ in Broken():
        pass


asyncio.run(main())
try:
    iterate().send(None)
except TypeError as error:
    print(error, repr(error.__cause__))
