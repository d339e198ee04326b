import asyncio


async def send_mail(user):
    print("write to", user)
    await asyncio.sleep(1)
    print("sent to", user)


async def register(user):
    asyncio.create_task(send_mail(user))
    print("welcome", user)


async def main():
    await register("Ann")
    print("main ends")


asyncio.run(main())
