import asyncio


async def waits(name):
    try:
        await asyncio.sleep(10)
    finally:
        print("closing", name)


loop = asyncio.new_event_loop()
task = loop.create_task(waits("what a variable holds"), name="held")
loop.run_until_complete(asyncio.sleep(1))
loop.close()
print("over")
