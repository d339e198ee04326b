import asyncio
import threading
import time


async def work(name):
    print(name, "in", threading.current_thread().name, round(time.monotonic(), 2))
    await asyncio.sleep(0.2)
    print(name, "done", round(time.monotonic(), 2))
    return name


def background():
    print(asyncio.run(work("background")))


def serve(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    print("stopped", loop.is_running())
    loop.close()


thread = threading.Thread(target=background, name="other")
thread.start()
print(asyncio.run(work("main")))
thread.join()

loop = asyncio.new_event_loop()
thread = threading.Thread(target=serve, args=(loop,))
thread.start()
futures = [asyncio.run_coroutine_threadsafe(work(name), loop) for name in "xy"]
print([future.result() for future in futures])
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_closed())


def nothing_there():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=nothing_there, name="lonely")
thread.start()
thread.join()
