import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
tasks = [loop.create_task(work(n)) for n in (2, 1)]
try:
    for first in asyncio.as_completed(tasks):
        print(loop.run_until_complete(first))
except RuntimeError as error:
    print(error)
loop.run_until_complete(asyncio.gather(*tasks))


def in_a_callback(done):
    # The loop runs, and no task does.
    for first in asyncio.as_completed([done, loop.create_future()]):
        print(asyncio.iscoroutine(first))
        first.close()
    loop.stop()


done = loop.create_future()
done.set_result(1)
loop.call_soon(in_a_callback, done)
loop.run_forever()
loop.close()
