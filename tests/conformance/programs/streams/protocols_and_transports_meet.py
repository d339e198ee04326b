import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        print("server: made")
        self.transport = transport

    def data_received(self, data):
        print("server:", data)
        self.transport.write(data[::-1])
        self.transport.close()

    def connection_lost(self, exc):
        print("server: lost", exc)


class Client(asyncio.Protocol):
    def __init__(self, message, lost):
        self.message, self.lost = message, lost

    def connection_made(self, transport):
        print("client: made")
        transport.write(self.message)

    def data_received(self, data):
        print("client:", data)

    def eof_received(self):
        print("client: eof")

    def connection_lost(self, exc):
        print("client: lost", exc)
        self.lost.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 8765)
    lost = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(b"abc", lost), "127.0.0.1", 8765)
    print(type(protocol).__name__, transport.get_protocol() is protocol, transport.is_closing())
    await lost
    server.close()
    await server.wait_closed()


asyncio.run(main())
