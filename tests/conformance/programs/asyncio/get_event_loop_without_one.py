import asyncio


async def main():
    print("same loop:", asyncio.get_event_loop() is asyncio.get_running_loop())


loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop())
loop.run_until_complete(main())
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
asyncio.run(main())
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
loop.close()
