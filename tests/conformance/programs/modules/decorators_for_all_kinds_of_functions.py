import asyncio
import inspect
import functools
import time


def timed(function):
    """Works for plain functions, coroutines and asynchronous generators alike."""
    name = function.__qualname__
    if inspect.isasyncgenfunction(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            start, count = time.perf_counter(), 0
            try:
                async for item in function(*args, **kwargs):
                    count += 1
                    yield item
            finally:
                print(f"[{name}: {count} items in {time.perf_counter() - start:.2f}]")
    elif inspect.iscoroutinefunction(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return await function(*args, **kwargs)
            finally:
                print(f"[{name}: {time.perf_counter() - start:.2f}]")
    else:
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            result = function(*args, **kwargs)
            print(f"[{name} -> {result!r}]")
            return result
    return wrapper


def limit(n):
    semaphore = None

    def decorate(function):
        async def wrapper(*args, **kwargs):
            nonlocal semaphore
            semaphore = semaphore or asyncio.Semaphore(n)
            async with semaphore:
                return await function(*args, **kwargs)
        return functools.update_wrapper(wrapper, function)
    return decorate


class once:
    def __init__(self, function):
        self.function = function
        self.tasks = {}
        functools.update_wrapper(self, function)

    def __get__(self, obj, owner=None):
        return self if obj is None else functools.partial(self, obj)

    def __call__(self, *args):
        if args not in self.tasks:
            self.tasks[args] = asyncio.ensure_future(self.function(*args))
        return self.tasks[args]


@timed
def plain(a, /, b=2, *args, c, **kw) -> int:
    return a + b + sum(args) + c


@timed
@limit(1)
async def slow(n):
    await asyncio.sleep(n)
    return n


@timed
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.25)
        yield i


class Service:
    @once
    async def connect(self):
        """Connects once."""
        print("connecting")
        await asyncio.sleep(1)
        return f"session of {type(self).__name__}"

    @timed
    async def method(self, *, flag=False):
        return flag

    @staticmethod
    @timed
    async def static(x):
        return x

    @classmethod
    @timed
    async def klass(cls):
        return cls.__name__


async def main():
    print(plain(1, 2, 3, c=4, z=5), plain.__wrapped__.__kwdefaults__)
    print(await asyncio.gather(slow(1), slow(2)), slow.__name__)
    async for n in numbers(5):
        if n == 2:
            break
    print([n async for n in numbers(2)])
    service = Service()
    print(await asyncio.gather(service.connect(), service.connect()), Service.connect.__doc__)
    print(await service.method(flag=True), await Service.static(1), await Service.klass())
    for function in (plain, slow, numbers, Service.connect, service.method, main, len, Service):
        print(getattr(function, "__qualname__", "?"), inspect.iscoroutinefunction(function), inspect.isasyncgenfunction(function), inspect.isfunction(function), inspect.ismethod(function), callable(function))
    bound = inspect.signature(plain).bind(1, 2, 3, c=4, k=5)
    print(bound.arguments, bound.args, bound.kwargs)
    for call in (lambda: plain(), lambda: plain(1), lambda: plain(b=1, c=2), lambda: plain(1, 2, b=3, c=4)):
        try:
            call()
        except TypeError as error:
            print(error)
    gen = numbers(1)
    coro = slow(0)
    print(inspect.isasyncgen(gen), inspect.isawaitable(coro), inspect.iscoroutine(coro), inspect.getcoroutinestate(coro))
    await coro
    print(inspect.getcoroutinestate(coro), inspect.getdoc(timed))
    await gen.aclose()
    for name, p in inspect.signature(plain).parameters.items():
        print(name, p.kind.name, p.default is p.empty, p)


asyncio.run(main())
