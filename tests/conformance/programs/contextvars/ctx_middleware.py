import asyncio
import contextvars
import functools
import itertools
from dataclasses import dataclass


@dataclass(frozen=True)
class Request:
    path: str
    user: str | None = None


current: contextvars.ContextVar[Request] = contextvars.ContextVar("current")
ids = itertools.count(1)
request_id = contextvars.ContextVar("request_id", default=0)


class NotAllowed(Exception):
    pass


def middleware(function):
    @functools.wraps(function)
    def decorate(handler):
        @functools.wraps(handler)
        async def wrapped(request):
            return await function(handler, request)
        return wrapped
    return decorate


@middleware
async def with_id(handler, request):
    request_id.set(next(ids))
    return await handler(request)


@middleware
async def with_request(handler, request):
    token = current.set(request)
    try:
        return await handler(request)
    finally:
        current.reset(token)


@middleware
async def errors(handler, request):
    try:
        return 200, await handler(request)
    except NotAllowed as error:
        return 403, str(error)
    except Exception as error:
        return 500, f"{type(error).__name__} in {request_id.get()}"


def require_user(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        if current.get().user is None:
            raise NotAllowed(f"{function.__name__} needs a user")
        return await function(*args, **kwargs)
    return wrapper


@require_user
async def load_profile():
    await asyncio.sleep(0.1)
    request = current.get()
    return f"{request.user}@{request.path}#{request_id.get()}"


async def audit():
    await asyncio.sleep(0.05)
    print("audit", request_id.get(), current.get(None))


@with_id
@errors
@with_request
async def handle(request):
    asyncio.create_task(audit())
    if request.path == "/crash":
        return 1 / 0
    return await load_profile()


async def main():
    requests = [Request("/me", "ann"), Request("/me"), Request("/crash", "bob"), Request("/you", "cy")]
    for status, body in await asyncio.gather(*map(handle, requests)):
        print(status, body)
    try:
        current.get()
    except LookupError as error:
        print("LookupError", error.args[0].name)
    print(handle.__name__, request_id.get())


asyncio.run(main())
