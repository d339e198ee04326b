import asyncio

NAME = "name"


class Ends:
    def __init__(self, label):
        self.label = label

    def __del__(self):
        print(self.label, "ends:", NAME, helper())


def helper():
    return "helped"


def generator():
    try:
        yield 1
    finally:
        print("generator ends:", NAME, helper())


async def async_generator():
    try:
        yield 1
    finally:
        print("async generator ends:", NAME, helper())


class Step:
    def __await__(self):
        yield


async def coroutine():
    try:
        await Step()
    finally:
        print("coroutine ends:", NAME, helper())


first = Ends("first")
_second = Ends("second")
suspended = generator()
next(suspended)
third = async_generator()
try:
    third.asend(None).send(None)
except StopIteration:
    pass
held = third.asend(None)  # a step of it, which has not begun
fourth = coroutine()
fourth.send(None)
asyncio.run(asyncio.sleep(0))
LAST = "last"
