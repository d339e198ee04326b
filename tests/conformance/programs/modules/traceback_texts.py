import asyncio
import sys
import traceback


def divide(a, b):
    return a / b


def lookup(table, key):
    return table["outer"][key] + 1


async def task():
    await asyncio.sleep(0)
    return divide(1, 0)


async def main():
    try:
        await task()
    except ZeroDivisionError as error:
        print(traceback.format_exc())
        print(traceback.format_exception_only(error))
        print(traceback.format_exception_only(type(error), error))
        print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__traceback__)])
    try:
        lookup({"outer": {}}, "inner")
    except KeyError:
        print(traceback.format_exc(), end="")
        traceback.print_exc()
    try:
        try:
            (1).missing
        except AttributeError as error:
            raise RuntimeError("outer") from error
    except RuntimeError as error:
        print("".join(traceback.format_exception(error)), end="")
        print("".join(traceback.format_exception(type(error), error, error.__traceback__)), end="")
        traceback.print_exception(error)
        print("".join(traceback.TracebackException.from_exception(error).format()))
        kind, value, tb = sys.exc_info()
        print(kind.__name__, value, tb.tb_lineno, tb.tb_next)
        print("".join(traceback.format_tb(tb)))
    print(traceback.format_exc())
    traceback.print_stack()


asyncio.run(main())
