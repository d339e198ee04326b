import asyncio
import sys
import traceback


def level_three(items, key):
    return items[key]["value"] + 1


async def level_two(data):
    await asyncio.sleep(0.1)
    return level_three(data, "a") + level_three(data, "b")


class Wrapper:
    def __init__(self, inner):
        self.inner = inner

    async def call(self):
        try:
            return await level_two(
                self.inner,
            )
        except KeyError as error:
            raise LookupError(f"no {error}") from error


async def main():
    try:
        await Wrapper({"a": {"value": 1}}).call()
    except LookupError as error:
        print("".join(traceback.format_exception(error)))
        print(traceback.format_exception_only(error))
        for frame in traceback.extract_tb(error.__traceback__):
            print(frame.name, frame.lineno, frame.line)
        print(traceback.format_tb(error.__traceback__, limit=1))
    try:
        x = {"k": [1, 2, 3]}
        (x["k"][0] + x["k"][1]) * (x["k"][2] / (x["k"][0] - 1))
    except ZeroDivisionError:
        traceback.print_exc(file=sys.stdout)
    try:
        long_name_of_a_function = None
        value = (long_name_of_a_function(1,
                                         2) + 3)
    except TypeError:
        traceback.print_exc(file=sys.stdout)
    results = await asyncio.gather(level_two({}), level_two({"a": {}}), level_two({"a": {"value": "s"}}), return_exceptions=True)
    for result in results:
        print(*traceback.format_exception(result), sep="")

    def recurse(n):
        if n:
            recurse(n - 1)
        assert not n, "bottom" if n else f"n is {n}"
        raise ExceptionGroup("many", [ValueError(n), *[TypeError(i) for i in range(2)]])
    try:
        recurse(6)
    except ExceptionGroup:
        traceback.print_exc(file=sys.stdout)
    exc = ValueError("with notes")
    exc.add_note("first\nsecond")
    try:
        raise exc
    except ValueError:
        try:
            {}.pop("é")
        except KeyError as error:
            print(traceback.format_exc())
            error.__suppress_context__ = True
            print(traceback.format_exc(limit=0))
    te = traceback.TracebackException.from_exception(results[0])
    print("".join(te.format()), str(te), te.exc_type, len(te.stack), sep="|")
    print(traceback.format_list([("f.py", 3, "fn", "code()")]), traceback.format_stack()[-1])


asyncio.run(main())
