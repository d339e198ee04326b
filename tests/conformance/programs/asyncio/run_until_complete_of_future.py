import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
future = loop.create_future()


async def resolve():
    await asyncio.sleep(0.5)
    future.set_result("resolved")


task = loop.create_task(resolve())
print(loop.run_until_complete(future), task.done())
print(loop.run_until_complete(task))
failing = loop.create_future()
loop.call_soon(failing.set_exception, OSError("broken"))
try:
    loop.run_until_complete(failing)
except OSError as error:
    print("raised", error)
cancelled = loop.create_future()
loop.call_soon(cancelled.cancel)
try:
    loop.run_until_complete(cancelled)
except asyncio.CancelledError:
    print("cancelled")
for wrong in (5, "text", [resolve]):
    try:
        loop.run_until_complete(wrong)
    except TypeError as error:
        print(error)
loop.close()
