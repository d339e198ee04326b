import asyncio


class Reporter:
    def __init__(self):
        self.lost = []

    def __call__(self, loop, context):
        self.lost.append((context["message"], type(context.get("exception")).__name__))
        if "task" in context:
            print("task:", context["task"].get_name())
        else:
            print("future:", context.get("future") is not None)


async def fails(error):
    await asyncio.sleep(0)
    raise error


async def main():
    reporter = Reporter()
    asyncio.get_running_loop().set_exception_handler(reporter)
    task = asyncio.create_task(fails(ValueError("one")))
    await asyncio.sleep(0.1)
    del task
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError("two"))
    del future
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for message, error in reporter.lost:
        print(message.split(" main.")[0], error)


asyncio.run(main())
