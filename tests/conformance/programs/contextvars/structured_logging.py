"""Every task carries its own fields; a decorator adds one for the time of a call."""
import asyncio
import contextvars
import functools
from contextlib import contextmanager

fields = contextvars.ContextVar("fields", default={})


@contextmanager
def bound(**more):
    token = fields.set({**fields.get(), **more})
    try:
        yield
    finally:
        fields.reset(token)


def log(event, **extra):
    parts = " ".join(f"{k}={v!r}" for k, v in {**fields.get(), **extra}.items())
    print(f"{event:<10} {parts}".rstrip())


def traced(name):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            with bound(span=name):
                log("enter")
                try:
                    return await function(*args, **kwargs)
                finally:
                    log("leave")
        return wrapper
    return decorate


@traced("fetch")
async def fetch(key):
    await asyncio.sleep(0.01 * len(key))
    log("fetched", key=key)
    return key[::-1]


async def worker(number, keys):
    with bound(worker=number):
        for key in keys:
            log("result", value=await fetch(key))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(worker(1, ["abc", "d"]))
        group.create_task(worker(2, ["xy"]))
    log("finished")


asyncio.run(main())
