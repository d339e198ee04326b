# except* wraps an exception that is no group in one. Since 3.13 that group has an entry in its traceback: the clause.
import asyncio
import traceback


def entries(error):
    entry, lines = error.__traceback__, []
    while entry:
        lines.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
        entry = entry.tb_next
    return lines


def handles():
    try:
        raise ValueError(1)
    except* KeyError:
        print("never")
    except* (TypeError,
             ValueError) as group:
        print(repr(group), entries(group), entries(group.exceptions[0]))
        traceback.print_exc()


def raises_it_on():
    try:
        raise ValueError(2)
    except* ValueError:
        raise


def raises_it_by_name():
    try:
        raise ValueError(3)
    except* ValueError as group:
        raise group


def raises_another():
    try:
        raise ValueError(4)
    except* ValueError:
        raise KeyError("another")


def raises_from_it():
    try:
        raise ValueError(5)
    except* ValueError as group:
        raise KeyError("from it") from group


def does_not_match():
    try:
        raise ValueError(6)
    except* KeyError:
        print("never")


def is_a_group_already():
    try:
        raise ExceptionGroup("two", [ValueError(7), KeyError(7)])
    except* KeyError as group:
        print(entries(group))
    except* ValueError as group:
        print(entries(group))


def in_a_loop():
    for number in range(2):
        try:
            raise OSError(number)
        except* OSError as group:
            print(entries(group))


async def awaits():
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.1)
    except* TimeoutError as group:
        print(group.__traceback__ and group.__traceback__.tb_lineno)
        raise


def report(function):
    try:
        function()
    except BaseException as error:
        print(function.__name__, entries(error))
        traceback.print_exception(error)


for function in (handles, raises_it_on, raises_it_by_name, raises_another, raises_from_it, does_not_match,
                 is_a_group_already, in_a_loop):
    report(function)
try:
    asyncio.run(awaits())
except* TimeoutError:
    traceback.print_exc()
exec("try:\n    raise ValueError\nexcept* ValueError as group:\n    print(group.__traceback__ is None)")
raises_it_on()
