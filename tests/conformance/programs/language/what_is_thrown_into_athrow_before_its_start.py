# Before 3.13 it went into the generator and left athrow() as it was.
import itertools


class Mine(Exception):
    pass


class Step:
    def __await__(self):
        return (yield "awaited")


async def counts():
    for i in itertools.count():
        try:
            yield i
        except Mine:
            pass


async def awaits():
    while True:
        try:
            yield "item"
        except Mine:
            print("got", await Step())


def show(label, call, *arguments):
    try:
        print(label, "gives", call(*arguments))
    except BaseException as error:
        print(label, type(error).__name__, error)


for make in (counts, awaits):
    for started in (True, False):
        generator = make()
        print(make.__name__, started)
        if started:
            show("asend", generator.asend(None).send, None)
        thrown = generator.athrow(Mine)
        for _ in range(3):
            show("throw", thrown.throw, Mine)
        show("send", thrown.send, None)
        show("send", thrown.send, None)
        show("close", thrown.close)
        show("throw", thrown.throw, Mine)
        show("asend", generator.asend(None).send, None)
        closing = generator.aclose()
        show("throw", closing.throw, Mine)
        show("throw", closing.throw, GeneratorExit)
        show("send", closing.send, None)
        item = generator.__anext__()
        show("throw", item.throw, Mine)
        show("throw", item.throw, Mine)
        another = generator.athrow(Mine)
        show("throw", another.throw, KeyError)
        show("throw", another.throw, KeyError)
        show("send", another.send, None)
