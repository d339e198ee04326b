import asyncio


async def send_mail(user):
    print("write to", user)
    await asyncio.sleep(1)
    print("sent to", user)


async def register(user):
    task = asyncio.create_task(send_mail(user))
    print("welcome", user)
    return task


async def main():
    task = await register("Ann")
    await task
    print("main ends")


asyncio.run(main())
