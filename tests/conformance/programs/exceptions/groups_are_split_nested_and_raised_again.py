import asyncio


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def slow(delay, name):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


def show(group, depth=0):
    print("  " * depth + f"{type(group).__name__}: {group}")
    if isinstance(group, BaseExceptionGroup):
        for each in group.exceptions:
            show(each, depth + 1)


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail(1, ValueError("first")))
            outer.create_task(slow(5, "slow"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(1, KeyError("inner")))
                inner.create_task(fail(1, TypeError("inner too")))
    except* ValueError as group:
        print("values", group.exceptions)
        show(group)
    except* (KeyError, TypeError) as group:
        show(group)
        print(group.derive([OSError()]), group.subgroup(lambda e: isinstance(e, KeyError)))
        match, rest = group.split(KeyError)
        print(repr(match), repr(rest))

    try:
        try:
            raise ExceptionGroup("top", [ValueError(1), ExceptionGroup("nested", [OSError(2), ValueError(3)])])
        except* ValueError as values:
            print(values, [type(e) for e in values.exceptions])
            raise RuntimeError("from handler") from values
    except ExceptionGroup as both:
        show(both)
        print(both.exceptions[0].__cause__)
    try:
        ExceptionGroup("x", [])
    except ValueError as error:
        print(error)
    try:
        ExceptionGroup("x", [KeyboardInterrupt()])
    except TypeError as error:
        print(error)
    print(repr(BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError()])))
    group = ExceptionGroup("g", [ValueError("a")])
    group.add_note("a note")
    raise group from LookupError("because")


asyncio.run(main())
