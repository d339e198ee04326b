"""Which lines run, in which order, where an expression or a statement has several."""
import asyncio
from contextlib import contextmanager


@contextmanager
def managed(name, swallows=False):
    try:
        yield name
    except ValueError:
        if not swallows:
            raise


class Door:
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        return self.name

    def __exit__(self, *error):
        return self.swallows

    async def __aenter__(self):
        return self.name

    async def __aexit__(self, *error):
        return self.swallows


def several():
    with (
        Door("a") as a,
        Door("b", swallows=True),
    ):
        raise ValueError(a)
    with Door("c") as c, \
         managed("d") as d:
        return (c,
                d)


def in_a_loop(items):
    for item in items:
        with Door(item):
            if item == 1:
                continue
            if item == 2:
                break
    else:
        return "else"
    return item


def choices(a):
    b = (1
         if a else
         2)
    if (a
            and b
            or not a):
        b += (
            1)
    while a and b: b = 0
    while (a
           > b):
        a -= 1
    for (c,
         d) in [(1, 2)]:
        pass
    e = lambda x: (
        x + 1
    )
    return e(
        b)


def groups():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        pass
    except* TypeError:
        pass


def loops(numbers):
    some = any(number > 2
               for number in numbers)
    every = all(number > 0 for number in numbers)
    taken = tuple(number for number in numbers)
    listed = list(number for number in numbers)
    return some, every, taken, listed, any(x for x in ())


def own_any(any):
    return any(x for x in (0,))


async def counted(count):
    for number in range(count):
        yield number


async def asynchronous():
    async for number in counted(2):
        if number:
            pass
    async for number in counted(1): pass
    else:
        number = 5
    async with (Door("e", swallows=True),
                Door("f")):
        await asyncio.sleep(0)
        raise ValueError
    return number


print(several(), in_a_loop([0, 1, 2]), in_a_loop([0]), choices(0), choices(3))
groups()
print(loops([1, 2, 3]), own_any(list), asyncio.run(asynchronous()))
