"""warnings.showwarning is replaced: it is told of coroutines that nobody awaited, too."""
import asyncio
import warnings


def tell(message, category, filename, lineno, file=None, line=None):
    told.append((category.__name__, str(message), filename.rsplit("/")[-1], lineno))


async def price():
    return 3


async def main():
    try:
        price() + 1
    except TypeError as e:
        print(e)
    print(told)
    price()
    print(len(told), told[-1])
    warnings.warn("by hand")
    print(len(told), told[-1][:2])


told = []
warnings.showwarning = tell
warnings.simplefilter("always")
asyncio.run(main())
