import asyncio


async def postman(letters):
    while True:
        letter = await letters.get()
        await asyncio.sleep(1)
        print("delivered", letter)


async def main():
    letters = asyncio.Queue()
    worker = asyncio.create_task(postman(letters))
    for letter in ["to Ann", "to Bob"]:
        await letters.put(letter)
    await letters.join()
    print("all delivered")
    worker.cancel()


asyncio.run(main())
