import asyncio


async def send(letter):
    print("send", letter)
    await asyncio.sleep(1)
    print("delivered", letter)


async def main():
    await send("A")
    task = asyncio.create_task(send("B"))
    print("B is on its way")
    await send("C")
    await task


asyncio.run(main())
