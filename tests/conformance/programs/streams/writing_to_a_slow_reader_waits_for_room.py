import asyncio


async def handle(reader, writer):
    await asyncio.sleep(0.5)
    total = 0
    while data := await reader.read(2 ** 20):
        total += len(data)
    print("server has", total)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8901)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8901)
    print(writer.transport.get_write_buffer_size())
    for _ in range(20):
        writer.write(b"x" * 2 ** 20)
        await writer.drain()
    print("all is sent")
    writer.write_eof()
    await reader.read()
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
