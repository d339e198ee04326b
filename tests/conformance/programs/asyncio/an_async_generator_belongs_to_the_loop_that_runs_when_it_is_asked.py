import asyncio
import gc
import weakref


async def numbers(label):
    try:
        yield 1
        yield 2
        print(label, "ends")
    finally:
        await asyncio.sleep(0)
        print(label, "is closed")


async def take(step):
    return await step


# Asked for its first item where no loop runs: none will close it, and another may go on with it.
outside = numbers("outside")
step = outside.__anext__()
print(asyncio.run(take(step)))
print(asyncio.run(take(outside.__anext__())))
try:
    asyncio.run(take(outside.__anext__()))
except StopAsyncIteration:
    print("no more")


async def within():
    inside = numbers("inside")
    print(await anext(inside))
    gone = weakref.ref(inside)
    del inside
    gc.collect()
    print("gone at once:", gone() is None)
    left = numbers("left to the loop")
    print(await anext(left))
    return left


left = asyncio.run(within())
dropped = numbers("dropped")
print(asyncio.run(take(anext(dropped))))
gone = weakref.ref(dropped)
del dropped
print("gone:", gone() is None)
