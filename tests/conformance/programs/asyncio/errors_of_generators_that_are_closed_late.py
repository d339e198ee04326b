import asyncio

kept = []


async def raises():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


async def raises_after_a_wait():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        raise ValueError("after a wait")


async def refuses():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    for make in (raises, raises_after_a_wait, refuses):
        async for number in make():
            break
        await asyncio.sleep(0.1)
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(sorted(context), repr(context["exception"])))
    async for number in raises():
        break
    await asyncio.sleep(0.1)
    kept.append(raises())
    print(await anext(kept[0]))


asyncio.run(main())
generator = raises()
try:
    generator.asend(None).send(None)
except StopIteration as stop:
    print(stop.value)
del generator
loop = asyncio.new_event_loop()
generator = raises_after_a_wait()
loop.run_until_complete(anext(generator))
loop.run_until_complete(loop.shutdown_asyncgens())
print("end")
