import asyncio
import functools


def retry(*exceptions, attempts=3, delay=0.5, backoff=2):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            wait = delay
            for attempt in range(1, attempts + 1):
                try:
                    return await function(*args, **kwargs)
                except exceptions as error:
                    print(f"{function.__name__} attempt {attempt}/{attempts}: {error!r}")
                    if attempt == attempts:
                        raise
                    await asyncio.sleep(wait)
                    wait *= backoff
        return wrapper
    return decorate


class Flaky:
    def __init__(self, failures):
        self.failures = failures

    @retry(ConnectionError, TimeoutError)
    async def fetch(self, what):
        """Fetches, with luck."""
        await asyncio.sleep(0.1)
        if self.failures:
            self.failures -= 1
            raise ConnectionError(f"lost {what}")
        return f"<{what}>"

    @retry(ConnectionError, attempts=2)
    async def wrong(self):
        raise KeyError("not retried")


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    print(await Flaky(2).fetch("page"), f"{loop.time() - start:.1f}")
    print(Flaky.fetch.__name__, Flaky.fetch.__doc__)
    try:
        await Flaky(0).wrong()
    except KeyError as error:
        print("key error", error)
    await Flaky(9).fetch("more")


asyncio.run(main())
