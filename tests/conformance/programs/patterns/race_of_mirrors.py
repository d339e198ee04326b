import asyncio


async def first_success(*awaitables):
    tasks = [asyncio.ensure_future(each) for each in awaitables]
    errors = []
    try:
        for completed in asyncio.as_completed(tasks):
            try:
                return await completed
            except Exception as error:
                errors.append(error)
        raise ExceptionGroup("all mirrors failed", errors)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def mirror(name, delay, fails=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "not needed")
        raise
    if fails:
        raise ConnectionError(name)
    return f"data from {name}"


async def main():
    print(await first_success(mirror("fr", 2), mirror("de", 0.5, fails=True), mirror("us", 1)))
    try:
        await first_success(mirror("x", 0.2, fails=True), mirror("y", 0.1, fails=True))
    except* ConnectionError as group:
        print(group, [str(error) for error in group.exceptions])


asyncio.run(main())
