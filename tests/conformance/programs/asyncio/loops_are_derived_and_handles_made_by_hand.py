import asyncio


Base = type(asyncio.new_event_loop())


class Watched(Base):
    def __init__(self):
        super().__init__()
        self.count = 0

    def create_task(self, coro, **options):
        self.count += 1
        return super().create_task(coro, **options)

    def call_exception_handler(self, context):
        print("loop:", context["message"], repr(context.get("exception")))
        super().call_exception_handler(context)

    def default_exception_handler(self, context):
        print("default handler")


def fails():
    raise ValueError("in a callback")


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fails)
    tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
    print(await asyncio.gather(*tasks, work(3)), type(loop).__name__)
    asyncio.Task(work(0))
    return loop.count


with asyncio.Runner(loop_factory=Watched) as runner:
    print(runner.run(main()))

loop = asyncio.new_event_loop()
handle = asyncio.Handle(print, ("by", "hand"), loop)
handle._run()
asyncio.Handle(fails, (), loop, None)._run()
handle.cancel()
print(handle.cancelled(), handle)
first, second = (asyncio.TimerHandle(when, print, (), loop) for when in (1.5, 2))
print(first < second, first <= second, first > second, first == second, first >= first)
print(first == asyncio.TimerHandle(1.5, print, (), loop), hash(first) == hash(1.5), first.when(), first)
print(asyncio.TimerHandle(1.5, print, (1,), loop) == first, first != 1)
loop.close()
