import asyncio
import copy
import re
import socket


def show(what):
    # (A client's port is another one each time.)
    print(re.sub(r"(raddr=\('127.0.0.1', )\d+", r"\1PORT", re.sub(r"(laddr=\('127.0.0.1', )(?!8777)\d+", r"\1PORT", str(what))))


async def serve(reader, writer):
    sock = writer.get_extra_info("socket")
    show(sock)
    print(sock.family, sock.type, sock.proto, await reader.readline())
    writer.write(b"answer")
    await writer.drain()
    print(writer.transport)
    writer.close()
    await writer.wait_closed()
    print(writer.transport, sock)


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8777)
    print(server)
    listening = server.sockets[0]
    print(repr(listening.family), repr(listening.type), listening.proto, listening.fileno())
    print(listening.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), listening.gettimeout())
    for refused in (lambda: listening.settimeout(1), lambda: listening.setblocking(True), lambda: copy.copy(listening),
                    listening.getpeername):
        try:
            refused()
        except (ValueError, TypeError, OSError) as error:
            print(type(error).__name__, error)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8777)
    show(writer.get_extra_info("socket"))
    print(writer.transport)
    writer.write(b"question\n")
    print(await reader.read(), writer.transport)
    writer.close()
    print(writer.transport)
    await writer.wait_closed()
    print(writer.transport, writer.get_extra_info("socket"))
    server.close()
    print(server, listening)
    for host in ("127.0.0.1", ""):
        try:
            await asyncio.open_connection(host, 8777)
        except OSError as error:
            print(type(error), error)
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 8777))
    print(transport.get_extra_info("socket"))
    transport.close()
    await asyncio.sleep(0.1)
    print(transport.get_extra_info("socket"))


asyncio.run(main())
