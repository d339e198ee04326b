"""A hand-written event loop: generators, selectors of fake sockets, and timeouts."""
import collections
import heapq
from types import coroutine, SimpleNamespace


@coroutine
def switch(op, *args):
    return (yield (op, *args))


class Timeout(Exception):
    pass


class Channel:
    def __init__(self, name):
        self.name, self.items, self.readers = name, collections.deque(), collections.deque()

    async def send(self, value):
        self.items.append(value)
        await switch("notify", self)

    async def receive(self):
        while not self.items:
            await switch("block", self)
        return self.items.popleft()

    def __repr__(self):
        return f"Channel({self.name!r}, {len(self.items)})"


class Loop:
    def __init__(self):
        self.now, self.ready, self.timers, self.sequence = 0, collections.deque(), [], 0
        self.current = None
        self.trace = []

    def spawn(self, coro, name):
        task = SimpleNamespace(coro=coro, name=name, result=None, error=None, done=False, deadline=None, waiting=None)
        self.ready.append((task, "send", None))
        return task

    def at(self, when, task, how, value):
        self.sequence += 1
        heapq.heappush(self.timers, (when, self.sequence, task, how, value))

    def op_sleep(self, task, seconds):
        self.at(self.now + seconds, task, "send", self.now + seconds)

    def op_block(self, task, channel):
        channel.readers.append(task)
        task.waiting = channel

    def op_notify(self, task, channel):
        if channel.readers:
            reader = channel.readers.popleft()
            reader.waiting = None
            self.ready.append((reader, "send", None))
        self.ready.append((task, "send", None))

    def op_self(self, task):
        self.ready.append((task, "send", task))

    def op_timeout(self, task, seconds):
        self.at(self.now + seconds, task, "throw", Timeout(f"{seconds} s"))
        self.ready.append((task, "send", None))

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                when, _, task, how, value = heapq.heappop(self.timers)
                if task.done or how == "throw" and task.waiting is None:
                    continue
                if task.waiting is not None:
                    task.waiting.readers.remove(task)
                    task.waiting = None
                self.now = max(self.now, when)
                self.ready.append((task, how, value))
            task, how, value = self.ready.popleft()
            self.current = task
            try:
                op, *args = getattr(task.coro, how)(value)
            except StopIteration as stop:
                task.done, task.result = True, stop.value
                self.trace.append((self.now, task.name, "returned", stop.value))
            except Exception as error:
                task.done, task.error = True, error
                self.trace.append((self.now, task.name, "raised", repr(error)))
            else:
                self.trace.append((self.now, task.name, op, *[a for a in args if not isinstance(a, Channel)]))
                getattr(self, "op_" + op)(task, *args)


async def producer(channel, count):
    for n in range(count):
        await switch("sleep", n + 1)
        await channel.send(n)
    return count


async def consumer(channel, patience):
    got = []
    try:
        while True:
            await switch("timeout", patience)
            got.append(await channel.receive())
    except Timeout as error:
        return got, str(error)


async def whoami():
    me = await switch("self")
    raise RuntimeError(f"I am {me.name}")


loop = Loop()
channel = Channel("c")
tasks = [loop.spawn(producer(channel, 4), "p"), loop.spawn(consumer(channel, 2.5), "c"), loop.spawn(whoami(), "w")]
loop.run()
for entry in loop.trace:
    print(*entry)
for task in tasks:
    print(task.name, task.result, task.error, task.coro)if False else print(task.name, task.result, task.error)
print(channel, loop.now)
