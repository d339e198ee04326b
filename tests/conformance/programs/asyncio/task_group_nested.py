import asyncio


async def child(name, delay, fail=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    if fail:
        raise fail
    print(f"{name} done")
    return name


async def section(name, fail=None):
    async with asyncio.TaskGroup() as group:
        group.create_task(child(f"{name}.1", 1))
        group.create_task(child(f"{name}.2", 2, fail))
        group.create_task(child(f"{name}.3", 3))
    print(f"section {name} complete")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(section("a"))
            group.create_task(section("b", ValueError("b broke")))
            group.create_task(child("sibling", 2.5))
    except* ValueError as errors:
        print("caught", errors, errors.exceptions)
        print(errors.exceptions[0].exceptions)


asyncio.run(main())
