import asyncio
import functools
import logging
import random

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
logger = logging.getLogger("retry")


class Temporary(Exception):
    pass


def retry(*exceptions, attempts=3, base=0.1, jitter=0.0, on_giveup=None):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            delay = base
            for attempt in range(1, attempts + 1):
                try:
                    return await function(*args, **kwargs)
                except exceptions as error:
                    if attempt == attempts:
                        logger.error("%s gave up after %d attempts", function.__name__, attempt)
                        if on_giveup:
                            on_giveup(error)
                        raise
                    pause = delay + random.uniform(0, jitter)
                    logger.warning("attempt %d of %s failed (%s), waiting %.3fs", attempt, function.__name__, error, pause)
                    await asyncio.sleep(pause)
                    delay *= 2
        return wrapper
    return decorate


random.seed(2024)
calls = 0


@retry(Temporary, attempts=4, jitter=0.05)
async def flaky():
    global calls
    calls += 1
    if random.random() < 0.7:
        raise Temporary(f"call {calls}")
    return calls


@retry(Temporary, ValueError, attempts=2, on_giveup=lambda error: print("giving up on", repr(error)))
async def hopeless():
    raise Temporary("always")


async def main():
    results = await asyncio.gather(*(flaky() for _ in range(3)), return_exceptions=True)
    print(results)
    try:
        await hopeless()
    except Temporary as error:
        logger.exception("caught %r", error)
    print(flaky.__name__, f"{asyncio.get_running_loop().time():.3f}")


asyncio.run(main())
