import asyncio


async def greet(name):
    print("hello", name)
    await asyncio.sleep(0.5)
    return name.upper()


async def main():
    greeting = greet("Ada")
    print("greet has been called")
    loud = await greeting
    print(loud)


asyncio.run(main())
