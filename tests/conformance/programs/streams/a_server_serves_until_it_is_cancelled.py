import asyncio


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    await asyncio.sleep(0.1)
    writer.write(f"hello {name}\n".encode())
    await writer.drain()
    writer.close()


async def ask(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 9000)
    writer.write(name.encode() + b"\n")
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return answer


async def serve():
    server = await asyncio.start_server(handle, "127.0.0.1", 9000)
    try:
        async with server:
            await server.serve_forever()
    except asyncio.CancelledError:
        print("server cancelled", server.is_serving())
        raise


async def main():
    task = asyncio.create_task(serve())
    await asyncio.sleep(0.1)
    print(await asyncio.gather(ask("a"), ask("b"), ask("c")))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")
    try:
        await asyncio.open_connection("127.0.0.1", 9000)
    except ConnectionRefusedError as error:
        print(type(error).__name__, error.errno)


asyncio.run(main())
