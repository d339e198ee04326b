import asyncio

writers = {}


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    writers[name] = writer
    try:
        async for line in reader:
            for other, out in writers.items():
                if other != name:
                    out.write(name.encode() + b": " + line)
                    await out.drain()
    finally:
        del writers[name]
        writer.close()


async def client(name, delay, words):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8903)
    writer.write(name.encode() + b"\n")
    heard = []

    async def listen():
        async for line in reader:
            heard.append(line.decode().strip())
    listener = asyncio.create_task(listen())
    for word in words:
        await asyncio.sleep(delay)
        writer.write(word.encode() + b"\n")
    await asyncio.sleep(0.2)
    writer.write_eof()
    await listener
    writer.close()
    return name, heard


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8903)
    for result in await asyncio.gather(client("ann", 0.1, ["hi", "bye"]), client("bob", 0.15, ["hello"])):
        print(*result)
    server.close()
    await server.wait_closed()


asyncio.run(main())
