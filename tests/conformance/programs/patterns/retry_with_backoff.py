import asyncio
import functools
import random


class Unavailable(Exception):
    pass


def retry(attempts=4, base=0.1, errors=(Unavailable,)):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, attempts + 1):
                try:
                    return await function(*args, **kwargs)
                except errors as error:
                    if attempt == attempts:
                        raise
                    delay = base * 2 ** (attempt - 1)
                    print(f"{function.__name__} failed ({error}), again in {delay:g} s")
                    await asyncio.sleep(delay)
        return wrapper
    return decorate


calls = 0


@retry()
async def flaky():
    global calls
    calls += 1
    if calls < 3:
        raise Unavailable(f"attempt {calls}")
    return "payload"


@retry(attempts=2, base=1)
async def hopeless():
    raise Unavailable("always")


async def main():
    print(await flaky(), flaky.__name__)
    try:
        await hopeless()
    except Unavailable as error:
        print("gave up:", error, asyncio.get_running_loop().time())


asyncio.run(main())
