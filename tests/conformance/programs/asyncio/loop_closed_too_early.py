import asyncio


async def work():
    await asyncio.sleep(1)
    print("never printed")


loop = asyncio.new_event_loop()
task = loop.create_task(work())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed(), task.done())
coroutine = work()
try:
    loop.create_task(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
try:
    loop.call_later(1, print)
except RuntimeError as error:
    print(error)
