import asyncio


async def waits(event):
    try:
        await event.wait()
    finally:
        print("finally of waits")


loop = asyncio.new_event_loop()


async def main():
    event = asyncio.Event()
    task = loop.create_task(waits(event), name="forgotten")
    await asyncio.sleep(0)
    print("started", task.done())


loop.run_until_complete(main())
print("closing")
loop.close()
