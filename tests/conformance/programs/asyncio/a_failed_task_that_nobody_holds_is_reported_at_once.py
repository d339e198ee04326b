import asyncio


async def fails(seconds, why):
    await asyncio.sleep(seconds)
    raise RuntimeError(why)


def stop_at_first(loop, context):
    print("handler:", context["message"], repr(context["exception"]), loop.time())
    loop.stop()


loop = asyncio.new_event_loop()
loop.set_exception_handler(stop_at_first)
loop.create_task(fails(1, "nobody waits for this one"))
loop.run_forever()  # nothing else would ever end it
print("stopped at", loop.time())
loop.close()


def cancel_all(loop, context):
    print("handler:", context["exception"], loop.time())
    for task in asyncio.all_tasks(loop):
        task.cancel()


async def main():
    asyncio.get_running_loop().set_exception_handler(cancel_all)
    asyncio.create_task(fails(1, "first"))
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        print("cancelled at", asyncio.get_running_loop().time())
    task = asyncio.create_task(fails(0, "third"))
    await asyncio.sleep(1)
    print(task.cancel(), "it has failed long ago, and nobody is told")


asyncio.run(main())
