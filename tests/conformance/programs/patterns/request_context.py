import asyncio
import contextvars
import functools
import itertools

request_id = contextvars.ContextVar("request_id")
numbers = itertools.count(1)


def with_request(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        token = request_id.set(f"req-{next(numbers)}")
        try:
            return await function(*args, **kwargs)
        finally:
            request_id.reset(token)
    return wrapper


def log(message):
    print(f"[{request_id.get('no request')}] {message}")


async def query(what):
    log(f"query {what}")
    await asyncio.sleep(0.1)
    return what.upper()


@with_request
async def handle(path):
    log(f"start {path}")
    rows = await asyncio.gather(query("users"), query("posts"))
    log(f"end {path} {rows}")


async def main():
    await asyncio.gather(handle("/"), handle("/about"))
    log("all handled")


asyncio.run(main())
