def counter(limit):
    value = 0
    while value < limit:
        sent = yield value
        value += sent or 1
    return value


def delegate():
    result = yield from counter(3)
    yield


async def ticker():
    try:
        yield 1
        received = yield
    finally:
        await close()


twice = lambda: (yield)
