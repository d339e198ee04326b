import asyncio
from functools import partial


def tell(label, future):
    print(label, future.result())


async def waiter(name, future):
    value = await future
    print(name, "got", value)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(partial(tell, "one"))
    tasks = [asyncio.create_task(waiter(f"waiter-{i}", future)) for i in range(2)]
    await asyncio.sleep(0)
    two = partial(tell, "two")
    future.add_done_callback(two)
    future.add_done_callback(two)
    future.add_done_callback(partial(tell, "three"))
    print("removed", future.remove_done_callback(two))
    loop.call_soon(print, "before")
    future.set_result(99)
    loop.call_soon(print, "after")
    future.add_done_callback(partial(tell, "late"))
    await asyncio.gather(*tasks)
    print("end")


asyncio.run(main())
