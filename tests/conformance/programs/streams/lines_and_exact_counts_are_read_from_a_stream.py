import asyncio


async def handle(reader, writer):
    async for line in reader:
        print("server got", line)
        writer.write(line.upper())
    print("server sees the end")
    writer.writelines([b"bye", b"\n"])
    writer.write_eof()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8889)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8889)
    writer.write(b"one\ntwo\n")
    print(await reader.readline(), await reader.readexactly(2), await reader.readuntil(b"\n"))
    writer.write(b"last")
    print(writer.can_write_eof())
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as error:
        print(error)
    print(await reader.read(), reader.at_eof())
    try:
        await reader.readexactly(3)
    except asyncio.IncompleteReadError as error:
        print(error)
    writer.close()
    await writer.wait_closed()
    print(writer.is_closing())
    server.close()
    await server.wait_closed()


asyncio.run(main())
