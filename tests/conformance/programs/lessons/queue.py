import asyncio


async def baker(orders):
    while True:
        cake = await orders.get()
        print("bake", cake)
        await asyncio.sleep(1)
        print("baked", cake)
        orders.task_done()


async def main():
    orders = asyncio.Queue()
    worker = asyncio.create_task(baker(orders))
    await orders.put("apple cake")
    await orders.put("lemon cake")
    print("two orders")
    await orders.join()
    print("all baked")
    worker.cancel()


asyncio.run(main())
