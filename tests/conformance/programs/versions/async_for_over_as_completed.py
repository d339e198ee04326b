import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise OSError("no route to bad")
    return name.upper()


async def main():
    tasks = {asyncio.create_task(fetch(name, delay), name=name): name
             for name, delay in [("slow", 3), ("quick", 1), ("bad", 2)]}
    finished = asyncio.as_completed(tasks)
    if not hasattr(finished, "__aiter__"):
        for coroutine in finished:
            try:
                print(await coroutine)
            except OSError as error:
                print(error)
        return
    async for task in finished:
        try:
            print(tasks[task], await task)
        except OSError as error:
            print(tasks[task], "failed:", error)
    try:
        async for task in asyncio.as_completed([fetch("a", 1), fetch("b", 9)], timeout=2):
            print("in time", task.result())
    except TimeoutError:
        print("too late", asyncio.get_running_loop().time())
    both = asyncio.as_completed([fetch("x", 1), fetch("y", 2)])
    print(await next(both))
    async for task in both:
        print(task.result())
    print(list(both))


asyncio.run(main())
