import asyncio


async def say(text, delay):
    await asyncio.sleep(delay)
    print(text)
    return text


async def main():
    tasks = []
    for i, delay in enumerate([0.3, 0.1, 0.2, 0.1, 0]):
        tasks.append(asyncio.create_task(say(f"task {i}", delay)))
    print("all created")
    for task in tasks:
        print("awaited", await task)


asyncio.run(main())
