import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


async def rows():
    try:
        for n in range(3):
            yield n
    finally:
        print("closing for", request.get())


async def handle(name):
    request.set(name)
    async for row in rows():
        print(name, row)
        break
    await asyncio.sleep(0)


async def swallows():
    try:
        yield "hello"
    except ZeroDivisionError:
        yield "caught"


async def leaves_it_suspended():
    generator = swallows()
    print(await generator.asend(None))
    print(await generator.athrow(ZeroDivisionError))


async def main():
    request.set("main")
    await asyncio.gather(handle("a"), handle("b"))
    async for row in rows():
        break


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.run_until_complete(leaves_it_suspended())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
