import asyncio


class Node:
    leader = None

    def __init__(self, name, lock):
        self.name, self.lock = name, lock

    async def run(self, term):
        async with self.lock:
            Node.leader = self
            print(self.name, "leads from", asyncio.get_running_loop().time())
            try:
                await asyncio.sleep(term)
                if self.name == "n2":
                    raise ConnectionError("n2 lost its lease")
            finally:
                Node.leader = None
        print(self.name, "steps down")


async def watch(changes):
    last = None
    while True:
        if Node.leader is not last:
            last = Node.leader
            changes.append(last and last.name)
        await asyncio.sleep(0.25)


async def main():
    lock, changes = asyncio.Lock(), []
    watcher = asyncio.create_task(watch(changes))
    nodes = [asyncio.create_task(Node(f"n{i}", lock).run(i)) for i in range(1, 4)]
    for result in await asyncio.gather(*nodes, return_exceptions=True):
        print(repr(result))
    watcher.cancel()
    print(changes)


asyncio.run(main())
