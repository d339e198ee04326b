def generator():
    yield 1


async def coroutine():
    pass


async def async_generator():
    yield 1


def show(label, call, *arguments):
    try:
        print(label, call(*arguments))
    except BaseException as error:
        print(label, type(error).__name__, error, repr(error.__cause__))


for kind in (StopIteration, StopAsyncIteration, GeneratorExit, KeyError):
    print(kind.__name__)
    show("generator", generator().throw, kind)
    show("expression", (i for i in [1]).throw, kind)
    show("coroutine", coroutine().throw, kind)
    show("its await", coroutine().__await__().throw, kind)
    show("athrow", async_generator().athrow(kind).send, None)
    show("into athrow", async_generator().athrow(kind).throw, kind)
    show("into asend", async_generator().asend(None).throw, kind)
    show("into aclose", async_generator().aclose().throw, kind)
    started = generator()
    next(started)
    show("started", started.throw, kind)
