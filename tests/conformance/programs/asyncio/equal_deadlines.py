import asyncio


async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, "timer first")
    tasks = [asyncio.create_task(sleeper(name, 1)) for name in "abc"]
    loop.call_at(1, print, "timer at one")
    await asyncio.sleep(0.5)
    tasks.append(asyncio.create_task(sleeper("half later", 0.5)))
    loop.call_later(0.5, print, "timer half later")
    await asyncio.sleep(0.5)
    print("main wakes")
    await asyncio.gather(*tasks)


asyncio.run(main())
