import asyncio


def raise_group():
    raise ExceptionGroup("several", [
        ValueError("bad value"),
        TypeError("bad type"),
        ExceptionGroup("inner", [KeyError("k"), ValueError("inner value")]),
    ])


try:
    raise_group()
except* ValueError as group:
    print("values:", group, [str(e) for e in group.exceptions], group.message)
except* (TypeError, KeyError) as group:
    print("others:", group.exceptions)
else:
    print("none")
finally:
    print("finally")

try:
    try:
        raise_group()
    except* ValueError:
        print("only values handled")
except ExceptionGroup as rest:
    print(repr(rest))

try:
    raise ValueError("alone")
except* ValueError as group:
    print(type(group).__name__, repr(group))

try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        raise RuntimeError("while handling")
except ExceptionGroup as outer:
    print(repr(outer), repr(outer.exceptions[0].__context__))

group = ExceptionGroup("top", [OSError("a"), ExceptionGroup("sub", [OSError("b"), ValueError("c")])])
match, rest = group.split(OSError)
print(match, rest, match.exceptions, rest.exceptions)
print(group.subgroup(lambda e: isinstance(e, ValueError)), group.subgroup(KeyError))
print(group.derive([ValueError("d")]), isinstance(group, Exception), BaseExceptionGroup("b", [KeyboardInterrupt()]))
for arguments in (("m", []), ("m", [1]), ("m", 5), (1, [ValueError()]), ("m",)):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    ExceptionGroup("m", [KeyboardInterrupt()])
except TypeError as error:
    print(error)


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1, ValueError("first")))
            tg.create_task(fail(1, OSError("second")))
            tg.create_task(asyncio.sleep(10))
    except* ValueError as group:
        print("caught", group.exceptions)
    except* OSError as group:
        print("also", group.exceptions)
    raise_group()


asyncio.run(main())
