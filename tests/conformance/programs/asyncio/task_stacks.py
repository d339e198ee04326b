import asyncio


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def fails():
    raise LookupError("nothing there")


async def main():
    task = asyncio.create_task(outer(), name="deep")
    task.print_stack()
    await asyncio.sleep(0)
    task.print_stack()
    await task
    task.print_stack()
    broken = asyncio.create_task(fails())
    await asyncio.wait([broken])
    broken.print_stack()


asyncio.run(main())
