# Which part of a line is marked where an assertion fails, and where what stands behind `not` does.
import asyncio
import traceback


async def awaited(x):
    assert x == 2, f"got {x}"


def shared_line(x): assert x == 2, "m"


def without_message(x): assert not x


def several_lines(x):
    assert (x ==
            2), (
        "m")


def of_parts(x):
    assert (x
            and x == 2
            ), "and"


def chained(x):
    assert 1 < x < 2 < 3, f"x is {x}"


def constant(x):
    if x: assert False


def constant_in_lines(x):
    assert None, (
        "long"
        "er")


def named(x):
    assert (yes := x) == 2, "named"


def not_compared(x): return not (x < "a")


def not_compared_either(x):
    y = not x < "a"


def not_in(x):
    not x in 5


def if_not_in(x):
    if not x in 5: pass


def twice_in(x):
    return not not x in 5


def twice(x):
    return not not x < "a"


def filtered(x):
    return [z for z in (1,) if not z < "a"]


def not_in_lines(x):
    return (not
            x not in
            5)


def chain(x):
    return not 0 < x < "a"


def after_and(x):
    return x and not x < "a"


def argument(x):
    return print(not x in 5)


def attribute(x):
    return not (x.foo == 3)


for function in (shared_line, without_message, several_lines, of_parts, chained, constant, constant_in_lines, named,
                 not_compared, not_compared_either, not_in, if_not_in, twice_in, twice, filtered, not_in_lines, chain,
                 after_and, argument, attribute):
    try:
        function(3)
    except Exception:
        print(traceback.format_exc())


async def main():
    try:
        await awaited(3)
    except AssertionError:
        print(traceback.format_exc())


asyncio.run(main())
