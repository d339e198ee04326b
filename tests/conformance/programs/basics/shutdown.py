import asyncio


async def serve(name, period):
    handled = 0
    try:
        while True:
            await asyncio.sleep(period)
            handled += 1
            print(name, "handled", handled)
    except asyncio.CancelledError:
        print(name, "stops after", handled)
        raise


async def main():
    servers = [
        asyncio.create_task(serve("tick", 1)),
        asyncio.create_task(serve("tock", 1.5)),
    ]
    await asyncio.sleep(4)
    for server in servers:
        server.cancel()
    results = await asyncio.gather(servers[0], servers[1], return_exceptions=True)
    for result in results:
        print(repr(result))
    print("done")


asyncio.run(main())
