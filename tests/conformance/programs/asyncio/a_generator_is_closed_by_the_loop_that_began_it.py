import asyncio


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print(name, "is closed; a loop runs:", bool(asyncio._get_running_loop()))
        raise ValueError(name)


async def begin(name):
    generator = numbers(name)
    await anext(generator)
    return generator


async def turns():
    for turn in range(3):
        await asyncio.sleep(0)


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
kept = first.run_until_complete(begin("dropped while no loop runs"))
del kept
print("dropped")
first.run_until_complete(turns())

kept = first.run_until_complete(begin("left to its loop"))
second.run_until_complete(second.shutdown_asyncgens())
first.run_until_complete(first.shutdown_asyncgens())

kept = first.run_until_complete(begin("dropped when its loop is closed"))
first.close()
del kept

kept = second.run_until_complete(begin("goes on in no loop"))
try:
    kept.asend(None).send(None)
except StopIteration as stop:
    print(stop.value)
second.close()
del kept
print("end")
