import asyncio
from contextlib import contextmanager


class Broker:
    def __init__(self):
        self.subscribers = {}

    @contextmanager
    def subscribe(self, name):
        queue = self.subscribers[name] = asyncio.Queue()
        try:
            yield queue
        finally:
            del self.subscribers[name]

    def publish(self, message):
        for queue in self.subscribers.values():
            queue.put_nowait(message)


async def reader(broker, name, wanted):
    received = []
    with broker.subscribe(name) as queue:
        async with asyncio.timeout(5):
            while len(received) < wanted:
                received.append(await queue.get())
    print(name, received, sorted(broker.subscribers))


async def main():
    broker = Broker()
    async with asyncio.TaskGroup() as group:
        group.create_task(reader(broker, "one", 2))
        group.create_task(reader(broker, "two", 4))
        await asyncio.sleep(0)
        for n in range(5):
            broker.publish(n)
            await asyncio.sleep(0.1)
    broker.publish("nobody listens")
    try:
        await reader(broker, "late", 1)
    except TimeoutError:
        print("nothing came", broker.subscribers)


asyncio.run(main())
