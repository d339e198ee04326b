import asyncio
import collections.abc
import types


@types.coroutine
def pause(answer):
    yield
    return answer


@types.coroutine
def delegates(coroutine):
    return (yield from coroutine)


class Api:
    @types.coroutine
    def method(self):
        return (yield from asyncio.sleep(1, "slept"))


class Job(collections.abc.Coroutine):
    """Two steps, then an answer."""

    def __init__(self, answer):
        self.steps, self.answer = 2, answer

    def send(self, value):
        if not self.steps:
            raise StopIteration(self.answer)
        self.steps -= 1

    def throw(self, *error):
        print("thrown:", error[0])
        raise error[0]

    def close(self):
        print("closed")

    def __await__(self):
        while True:
            try:
                yield self.send(None)
            except StopIteration as stop:
                return stop.value


async def plain():
    return "plain"


async def main():
    print(await pause("awaited"), await delegates(plain()), await Api().method())
    print(await asyncio.gather(pause(1), Job(2), plain()))
    print(await asyncio.wait_for(pause("in time"), 1))
    print(await asyncio.shield(pause("shielded")))
    print(await asyncio.ensure_future(pause("ensured")))
    task = asyncio.create_task(Job("from a task"), name="job")
    print(await task)
    task = asyncio.create_task(Job("never"))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error)
    return "over"


print(asyncio.iscoroutine(Job(0)), asyncio.run(Job(42)))
print(types.coroutine(pause) is pause, types.coroutine(plain) is plain)
print(asyncio.run(main()))
