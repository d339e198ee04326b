import asyncio


class Reader:
    """Line by line from chunks that arrive late, with a peek and a push back."""

    def __init__(self):
        self.buffer, self.eof, self.waiter = "", False, None

    def feed(self, text):
        self.buffer += text
        self._wake()

    def feed_eof(self):
        self.eof = True
        self._wake()

    def _wake(self):
        if self.waiter and not self.waiter.done():
            self.waiter.set_result(None)
        self.waiter = None

    async def _wait(self):
        if self.waiter:
            raise RuntimeError("somebody waits already")
        self.waiter = asyncio.get_running_loop().create_future()
        try:
            await self.waiter
        finally:
            self.waiter = None

    async def readline(self):
        while (at := self.buffer.find("\n")) < 0 and not self.eof:
            await self._wait()
        line, self.buffer = (self.buffer, "") if at < 0 else (self.buffer[:at + 1], self.buffer[at + 1:])
        return line

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line.rstrip("\n")
        raise StopAsyncIteration


class Protocol:
    def __init__(self):
        self.transcript = []
        self.closed = asyncio.Event()

    def connection_made(self, transport):
        self.transcript.append(("made", transport))

    def data_received(self, data):
        self.transcript.append(("data", data))

    def connection_lost(self, exc):
        self.transcript.append(("lost", exc))
        self.closed.set()


async def main():
    loop = asyncio.get_running_loop()
    reader = Reader()
    for delay, chunk in ((0.1, "hel"), (0.2, "lo\nwor"), (0.3, "ld\n\nta"), (0.4, "il")):
        loop.call_later(delay, reader.feed, chunk)
    loop.call_later(0.5, reader.feed_eof)
    async for line in reader:
        print(f"{loop.time():.1f}", repr(line))
    print(await reader.readline() == "")
    reader = Reader()
    first = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    try:
        await reader.readline()
    except RuntimeError as error:
        print(error)
    first.cancel()
    await asyncio.wait([first])
    print(first, reader.waiter) if False else print(first.cancelled(), reader.waiter)
    protocol = Protocol()
    for n, call in enumerate([(protocol.connection_made, "t"), (protocol.data_received, b"abc\x00\xff"), (protocol.connection_lost, None)]):
        loop.call_later(n * 0.1, *call)
    await asyncio.wait_for(protocol.closed.wait(), 1)
    print(protocol.transcript)


asyncio.run(main())
