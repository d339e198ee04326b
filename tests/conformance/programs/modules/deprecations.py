import asyncio
import functools
import sys
import warnings


def deprecated(replacement):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            warnings.warn(f"{function.__name__} is deprecated, use {replacement}", DeprecationWarning, stacklevel=2)
            return function(*args, **kwargs)
        return wrapper
    return decorate


@deprecated("new_fetch")
async def fetch(n):
    await asyncio.sleep(0.1)
    return n


class ResourceLeak(ResourceWarning):
    pass


async def main():
    print(await fetch(1))
    print(await fetch(2))
    for n in range(2):
        print(await fetch(3 + n))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DeprecationWarning)
        await asyncio.gather(fetch(5), fetch(6))
    print(len(caught), caught[0].filename, caught[0].lineno, str(caught[-1].message), caught[0].category)
    warnings.warn("leak", ResourceLeak)
    warnings.simplefilter("default", ResourceWarning)
    warnings.warn("leak shown", ResourceLeak)
    with warnings.catch_warnings():
        warnings.filterwarnings("error", category=DeprecationWarning)
        try:
            await fetch(7)
        except DeprecationWarning as error:
            print("error:", error)
    fetch(8)
    print("end", file=sys.stderr)


def show(message, category, filename, lineno, file=None, line=None):
    print(f"custom {category.__name__} at {lineno}: {message}")


asyncio.run(main())
warnings.showwarning = show
warnings.warn("handled by show", UserWarning)
print(warnings.formatwarning("text", UserWarning, "main.py", 1, "the line"), end="")
