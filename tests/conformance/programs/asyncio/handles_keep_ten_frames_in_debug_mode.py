import asyncio


def fails():
    raise ValueError("here")


def deeper(n, schedule, *arguments):
    if n:
        deeper(n - 1, schedule, *arguments)
    else:
        schedule(*arguments)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fails)
    for n in (0, 4, 5):
        deeper(n, loop.call_soon, fails)
    await asyncio.sleep(1)


asyncio.run(main(), debug=True)
loop = asyncio.new_event_loop()
loop.set_debug(True)
deeper(1, loop.call_soon, fails)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
