import asyncio


async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop())


try:
    loop = asyncio.get_event_loop()
    print("a loop")
except RuntimeError as error:
    print(error)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
loop.run_until_complete(main())
future = asyncio.gather(main(), main())
loop.run_until_complete(future)
loop.close()
asyncio.set_event_loop(None)
for make in (asyncio.Future, asyncio.Queue, asyncio.Lock):
    try:
        make()
        print(make.__name__)
    except RuntimeError as error:
        print(make.__name__, error)
