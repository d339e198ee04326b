import types


@types.coroutine
def pause(seconds):
    answer = yield seconds
    print("pause got", answer)
    return "rested"


async def walk():
    print("walk begins")
    print("walk got", await pause(3))
    return "home"


async def trip():
    return await walk()


coroutine = trip()
request = coroutine.send(None)
print("the driver got", request)
try:
    coroutine.send("continue")
except StopIteration as stop:
    print("trip returned", stop.value)
