import asyncio


async def handle(reader, writer):
    await reader.read(10)
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8902)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8902)
    writer.write(b"go")
    print("read", await reader.read(), reader.at_eof())
    try:
        for _ in range(5):
            writer.write(b"more")
            await writer.drain()
            await asyncio.sleep(0.01)
        print("never")
    except ConnectionError as error:
        print("lost")
    server.close()
    for host, port in (("127.0.0.1", 8902),):
        try:
            await asyncio.open_connection(host, port)
        except OSError as error:
            print(type(error).__name__)


asyncio.run(main())
