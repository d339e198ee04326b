import asyncio


async def cook(dish, seconds):
    print("cook", dish)
    await asyncio.sleep(seconds)
    print("serve", dish)


async def main():
    soup = asyncio.create_task(cook("soup", 2), name="soup")
    salad = asyncio.create_task(cook("salad", 1), name="salad")
    print("orders taken")
    await soup
    await salad
    print("all served")


asyncio.run(main())
