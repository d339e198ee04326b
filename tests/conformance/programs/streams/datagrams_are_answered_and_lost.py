"""Datagrams: an echo, several at once, one to nobody, and what is sent to a closed endpoint."""
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print("echo ready at", transport.get_extra_info("sockname")[0])

    def datagram_received(self, data, addr):
        print("echo got", data, "from", addr[0])
        self.transport.sendto(data[::-1], addr)

    def connection_lost(self, exc):
        print("echo lost", exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self, expected):
        self.expected = expected
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print("client got", data)
        self.expected -= 1
        if not self.expected:
            self.done.set_result(None)

    def error_received(self, exc):
        print("client error", type(exc).__name__)
        if not self.done.done():
            self.done.set_result(None)

    def connection_lost(self, exc):
        print("client lost", exc)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    transport, client = await loop.create_datagram_endpoint(lambda: Client(2), remote_addr=address)
    print(transport.get_extra_info("peername") == address, transport.is_closing())
    transport.sendto(b"hello")
    transport.sendto(b"world")
    await client.done
    try:
        transport.sendto(b"elsewhere", ("127.0.0.1", 1))
    except ValueError as e:
        print(str(e).split(":")[0])
    try:
        transport.sendto("text")
    except TypeError as e:
        print(e)
    server.close()
    print("closing", server.is_closing())
    await asyncio.sleep(0.05)
    client.done = loop.create_future()
    transport.sendto(b"anybody?")
    await client.done
    transport.close()
    await asyncio.sleep(0.05)
    free, client = await loop.create_datagram_endpoint(lambda: Client(1), local_addr=("127.0.0.1", 0))
    free.sendto(b"to myself", free.get_extra_info("sockname"))
    await client.done
    free.abort()
    for wrong in ({}, {"local_addr": "127.0.0.1"}, {"remote_addr": ("127.0.0.1",)}):
        try:
            await loop.create_datagram_endpoint(asyncio.DatagramProtocol, **wrong)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)


asyncio.run(main())
