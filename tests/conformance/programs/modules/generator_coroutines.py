import asyncio
import types


@types.coroutine
def switch(value):
    got = yield value
    return got


@types.coroutine
def pause():
    yield


async def worker(name, steps):
    for step in range(steps):
        print(name, step)
        await pause()
    return name


class Scheduler:
    def __init__(self):
        self.ready = []

    def spawn(self, coroutine):
        self.ready.append(coroutine)

    def run(self):
        while self.ready:
            coroutine = self.ready.pop(0)
            try:
                coroutine.send(None)
            except StopIteration as stop:
                print("finished", stop.value)
            else:
                self.ready.append(coroutine)


async def talk():
    first = await switch("one")
    second = await switch(first + 1)
    return first, second


scheduler = Scheduler()
for name, steps in (("a", 2), ("b", 3)):
    scheduler.spawn(worker(name, steps))
scheduler.run()
conversation = talk()
print(conversation.send(None), conversation.send(10))
try:
    conversation.send(20)
except StopIteration as stop:
    print(stop.value)


async def main():
    print(await asyncio.gather(worker("x", 1), worker("y", 2)))


asyncio.run(main())
print(type(pause()).__name__, isinstance(pause(), types.GeneratorType), isinstance(talk, types.FunctionType))
