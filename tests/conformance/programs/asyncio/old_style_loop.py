import asyncio


async def compute(x):
    await asyncio.sleep(x)
    return x * x


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed(), loop.get_debug())
print(loop.run_until_complete(compute(3)))
tasks = [loop.create_task(compute(n)) for n in (1, 2)]
print(loop.run_until_complete(asyncio.gather(*tasks)))
future = loop.create_future()
loop.call_later(1.5, future.set_result, "later")
print(loop.run_until_complete(future), loop.time())
loop.call_soon(loop.stop)
pending = loop.create_task(compute(5))
loop.run_forever()
print("stopped", pending.done())
try:
    loop.call_soon(loop.stop)
    loop.run_until_complete(pending)
except RuntimeError as error:
    print(error)
print(loop.run_until_complete(pending))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed())
for action in (lambda: loop.call_soon(print), lambda: loop.run_until_complete(future), loop.run_forever):
    try:
        action()
    except RuntimeError as error:
        print(error)
