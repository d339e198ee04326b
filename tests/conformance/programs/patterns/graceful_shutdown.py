import asyncio


class Server:
    def __init__(self):
        self.stopping = asyncio.Event()
        self.requests = {}  # (as a set, in an order that nobody has to keep)

    async def serve(self):
        n = 0
        while not self.stopping.is_set():
            task = asyncio.create_task(self.handle(n), name=f"request-{n}")
            self.requests[task] = n
            task.add_done_callback(self.requests.pop)
            n += 1
            try:
                await asyncio.wait_for(self.stopping.wait(), 0.5)
            except asyncio.TimeoutError:
                pass
        print("no new requests,", len(self.requests), "in flight")
        done, pending = await asyncio.wait(self.requests, timeout=1)
        for task in [each for each in self.requests if each in pending]:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        print(len(done), "finished,", len(pending), "cancelled")

    async def handle(self, n):
        try:
            await asyncio.sleep(0.3 + n * 0.6)
            print("handled", n)
        except asyncio.CancelledError:
            print("dropped", n)
            raise


async def main():
    server = Server()
    loop = asyncio.get_running_loop()
    loop.call_later(2.2, server.stopping.set)
    await server.serve()
    print("down at", round(loop.time(), 2))


asyncio.run(main())
