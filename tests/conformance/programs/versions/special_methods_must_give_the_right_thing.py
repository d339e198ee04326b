import asyncio


class Wrong:
    def __init__(self, value):
        self.value = value

    def answer(self, *ignored):
        return self.value

    __str__ = __repr__ = __bool__ = __iter__ = __index__ = __int__ = __float__ = __await__ = answer
    __length_hint__ = __format__ = __bytes__ = answer


class AsyncWrong:
    async def __await__(self):
        return 1


async def awaits(thing):
    return await thing


def attempt(what, action):
    try:
        print(what, repr(action()))
    except Exception as error:
        print(what, "!!", type(error).__name__, error)


for value in (5, "five"):
    wrong = Wrong(value)
    for action in (str, repr, bool, iter, int, float, bytes, format, [10, 20].__getitem__):
        attempt(action.__name__, lambda: action(wrong))
    attempt("for", lambda: [each for each in wrong])
    attempt("f-string", lambda: f"{wrong}")
    attempt("await", lambda: asyncio.run(awaits(wrong)))
attempt("await", lambda: asyncio.run(awaits(AsyncWrong())))
attempt("await", lambda: asyncio.run(awaits(5)))
attempt("await", lambda: asyncio.run(awaits(None)))
attempt("await", lambda: asyncio.run(awaits(awaits)))
attempt("await", lambda: asyncio.run(awaits([1, 2])))
