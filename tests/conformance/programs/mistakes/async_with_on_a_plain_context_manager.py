import asyncio
from contextlib import contextmanager


class File:
    def __enter__(self):
        print("never opened")
        return self

    def __exit__(self, *args):
        print("never closed")


@contextmanager
def timed(what):
    print("start", what)
    yield
    print("end", what)


async def main():
    try:
        async with timed("download"):
            print("never here")
    except TypeError as error:
        print(error)
    async with File() as file:
        print("never here", file)


if __name__ == "__main__":
    asyncio.run(main())
