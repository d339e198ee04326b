import asyncio
import threading


def from_afar(loop, what):
    try:
        what(print, "never")
    except RuntimeError as error:
        print(error)
    loop.call_soon_threadsafe(loop.stop)


for debug in (True,):
    loop = asyncio.new_event_loop()
    loop.set_debug(debug)
    for what in (loop.call_soon, lambda *args: loop.call_later(1, *args)):
        thread = threading.Thread(target=from_afar, args=(loop, what))
        loop.call_soon(thread.start)
        loop.run_forever()
        thread.join()
    loop.close()
