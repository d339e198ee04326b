import asyncio
import threading
import time


def note(*words):
    print(round(time.monotonic(), 2), *words)


def safely(loop, event):
    time.sleep(0.3)
    note("worker sets the event")
    loop.call_soon_threadsafe(event.set)


def unsafely(loop, event):
    time.sleep(0.3)
    note("worker sets the event, and nobody hears of it")
    event.set()


async def main():
    loop = asyncio.get_running_loop()
    for way in (safely, unsafely):
        event = asyncio.Event()
        thread = threading.Thread(target=way, args=(loop, event))
        thread.start()
        alarm = loop.call_later(1, note, "the loop wakes by itself")
        await event.wait()
        note("woken")
        alarm.cancel()
        thread.join()


asyncio.run(main())
