import asyncio
import io
import sys
import traceback
from contextlib import redirect_stderr


class JobError(Exception):
    def __init__(self, job, code):
        super().__init__(job, code)
        self.job, self.code = job, code

    def __str__(self):
        return f"{self.job} failed with {self.code}"


async def step(job, n):
    await asyncio.sleep(0)
    if n == 0:
        table = {"a": [1, 2]}
        return table["a"][5] + table["b"]
    return await step(job, n - 1)


async def job(name):
    try:
        await step(name, 2)
    except IndexError as error:
        raise JobError(name, 3) from error


def report(error):
    lines = traceback.format_exception(error)
    print(len(lines) > 3, lines[-1].strip())
    summary = traceback.extract_tb(error.__traceback__)
    for frame in summary:
        print(f"  {frame.name}:{frame.lineno} {frame.line}")
    print(traceback.format_list(summary)[0], end="")


async def main():
    results = await asyncio.gather(job("one"), job("two"), return_exceptions=True)
    for error in results:
        report(error)
        report(error.__cause__)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("grouped"))
    except* JobError as group:
        print(repr(group.exceptions[0]), group.exceptions[0].code)
        error = group.exceptions[0]
        error.add_note("seen in a group")
        print("".join(traceback.format_exception_only(error)))
    buffer = io.StringIO()
    try:
        len(5) + (1 if True else 2)
    except TypeError:
        traceback.print_exc(file=buffer)
        kind, value, tb = sys.exc_info()
        print(kind is TypeError, value.args, traceback.format_tb(tb)[0], end="")
    print(buffer.getvalue(), end="")
    with redirect_stderr(io.StringIO()) as captured:
        try:
            int("x")
        except ValueError:
            traceback.print_exc()
    print(captured.getvalue().splitlines()[-1])
    print(sys.exc_info(), sys.version_info[:2], sys.version_info >= (3, 11), sys.version_info.major, sys.argv)
    await job("last")


asyncio.run(main())
