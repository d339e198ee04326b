"""A retry decorator with exponential backoff, jitter from a seeded generator, and a give-up."""
import asyncio
import functools
import random
import time


class GiveUp(Exception):
    def __init__(self, attempts, last):
        super().__init__(attempts, last)
        self.attempts = attempts
        self.last = last

    def __str__(self):
        return f"gave up after {self.attempts} attempts ({self.last!r})"


def retry(*exceptions, attempts=3, base=0.1, factor=2, jitter=0.0, on_retry=None):
    exceptions = exceptions or (Exception,)

    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            delay = base
            for attempt in range(1, attempts + 1):
                try:
                    return await function(*args, **kwargs)
                except exceptions as error:
                    if attempt == attempts:
                        raise GiveUp(attempt, error) from error
                    pause = delay + random.uniform(0, jitter)
                    if on_retry is not None:
                        on_retry(attempt, error, round(pause, 4))
                    await asyncio.sleep(pause)
                    delay *= factor
        wrapper.attempts = attempts
        return wrapper
    return decorate


calls = 0


@retry(ValueError, KeyError, attempts=4, jitter=0.05, on_retry=lambda *a: print("retry", *a))
async def flaky(limit: int) -> str:
    """Fails until it has been called limit times."""
    global calls
    calls += 1
    await asyncio.sleep(0.01)
    if calls < limit:
        raise (ValueError if calls % 2 else KeyError)(f"call {calls}")
    return f"ok after {calls}"


async def main():
    global calls
    random.seed(42)
    print(flaky.__name__, flaky.__doc__, flaky.attempts, flaky.__wrapped__.__qualname__)
    start = time.monotonic()
    print(await flaky(3))
    print(f"{time.monotonic() - start:.3f}")
    calls = 0
    try:
        await flaky(100)
    except GiveUp as error:
        print(error, repr(error), error.__cause__ is error.last, error.args)
    calls = 0
    task = asyncio.create_task(flaky(50), name="doomed")
    await asyncio.sleep(0.2)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled(), task)
    try:
        await flaky()
    except TypeError as error:
        print(error)


asyncio.run(main())
