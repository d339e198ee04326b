import types


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        print("await begins", self.value)
        got = yield ("waiting for", self.value)
        print("got", got)
        return got or self.value


async def child(n):
    try:
        return await Ready(n)
    finally:
        print("child", n, "done")


async def parent():
    total = 0
    for n in range(2):
        total += await child(n)
    try:
        await child(99)
    except ValueError as error:
        print("parent caught", error)
    return total


@types.coroutine
def old_style():
    received = yield "old"
    return received * 2


async def uses_old():
    return await old_style()


coro = parent()
print(coro.send(None))
print(coro.send(10))
print(coro.send(20))
try:
    coro.throw(ValueError("thrown in"))
except StopIteration as stop:
    print("result", stop.value)
try:
    coro.send(None)
except RuntimeError as error:
    print(error)
c = uses_old()
print(c.send(None))
try:
    c.send(21)
except StopIteration as stop:
    print(stop.value)
c = child(5)
try:
    c.send(1)
except TypeError as error:
    print(error)
c.send(None)
c.close()
c.close()
iterator = child(7).__await__()
print(next(iterator), type(iterator).__name__)
try:
    iterator.send("seven")
except StopIteration as stop:
    print(stop.value)
async def bad():
    await 5
try:
    bad().send(None)
except TypeError as error:
    print(error)
class Wrong:
    def __await__(self):
        return [1]
async def awaits(x):
    return await x
for x in (Wrong(), "text", None, [1], print):
    try:
        awaits(x).send(None)
    except TypeError as error:
        print(error)
child(1)
