import asyncio


async def handle(reader, writer):
    await reader.readline()
    raise ValueError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    server = await asyncio.start_server(handle, "127.0.0.1", 8890)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8890)
    writer.write(b"go\n")
    try:
        print("answer", await asyncio.wait_for(reader.read(), 1))
    except asyncio.TimeoutError:
        print("no answer")
    writer.close()
    server.close()


asyncio.run(main())
