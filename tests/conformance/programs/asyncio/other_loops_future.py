import asyncio

one, two = asyncio.new_event_loop(), asyncio.new_event_loop()
future = one.create_future()


async def wait_here():
    try:
        await future
    except RuntimeError as error:
        print(str(error).split("<")[0], "...", str(error).rsplit(">", 1)[1])


two.run_until_complete(wait_here())
try:
    two.run_until_complete(future)
except ValueError as error:
    print(error)
try:
    asyncio.gather(one.create_future(), two.create_future())
except ValueError as error:
    print(error)


async def lock_of_another(lock):
    async with lock:
        await asyncio.sleep(0)


lock = asyncio.Lock()


async def contend():
    await asyncio.gather(lock_of_another(lock), lock_of_another(lock))


one.run_until_complete(contend())
try:
    two.run_until_complete(contend())
except RuntimeError as error:
    print(str(error).split(" at 0x")[0], "...", str(error).split("] ", 1)[-1][-35:])
one.close()
two.close()
