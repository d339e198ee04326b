import asyncio


class Debounce:
    def __init__(self, delay, function):
        self.delay, self.function, self.handle = delay, function, None

    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.delay, self.function, *args)


def throttle(interval):
    def decorate(function):
        last = None

        def wrapper(*args):
            nonlocal last
            now = asyncio.get_running_loop().time()
            if last is None or now - last >= interval:
                last = now
                return function(*args)
        return wrapper
    return decorate


@throttle(0.5)
def progress(n):
    print("progress", n)


async def main():
    save = Debounce(0.3, lambda text: print("saved", repr(text)))
    for end in range(1, 6):
        save("hello"[:end])
        progress(end)
        await asyncio.sleep(0.2)
    await asyncio.sleep(1)
    save("bye")
    await asyncio.sleep(0.3)
    await asyncio.sleep(0)


asyncio.run(main())
