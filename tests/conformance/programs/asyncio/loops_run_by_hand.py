import asyncio
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


async def work(n):
    await asyncio.sleep(n)
    return n * 2


def by_hand():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        print(loop.run_until_complete(work(1)), asyncio.get_event_loop() is loop)
        future = loop.create_future()
        loop.call_later(2, future.set_result, "later")
        print(loop.run_until_complete(future), loop.time())
        loop.call_soon(print, "soon")
        loop.call_later(0.5, loop.stop)
        loop.run_forever()
        print("stopped", loop.is_running(), loop.is_closed())
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
    print(loop.is_closed())
    try:
        loop.call_soon(print)
    except RuntimeError as error:
        print(error)
    coro = work(1)
    try:
        loop.run_until_complete(coro)
    except RuntimeError as error:
        print(error)
    coro.close()


def stop_early():
    loop = asyncio.new_event_loop()
    loop.call_soon(loop.stop)
    coro = work(5)
    try:
        loop.run_until_complete(coro)
    except RuntimeError as error:
        print(error)
    for task in asyncio.all_tasks(loop):
        task.cancel()
        try:
            loop.run_until_complete(task)
        except asyncio.CancelledError:
            print("cancelled", task.cancelled())
    loop.close()


by_hand()
stop_early()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
with asyncio.Runner(debug=True) as runner:
    print(runner.run(work(1)), runner.run(work(2)), runner.get_loop().get_debug())
try:
    runner.run(work(1))
except RuntimeError as error:
    print(error)


async def nested():
    coro = work(1)
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    coro.close()
    loop = asyncio.get_running_loop()
    coro = work(1)
    try:
        loop.run_until_complete(coro)
    except RuntimeError as error:
        print(error)
    coro.close()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    return "nested done"


print(asyncio.run(nested()))
for bad in (None, 5):
    try:
        asyncio.run(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
