import asyncio


class Watch:
    def __init__(self, swallow):
        self.swallow = swallow

    async def __aenter__(self):
        return "entered"

    async def __aexit__(self, *args):
        if args[0] is None:
            print("no exception")
        else:
            print(args[0].__name__, args[1], args[2] is not None)
        return self.swallow


async def main():
    async with Watch(True) as value:
        print(value)
    async with Watch(True):
        raise KeyError("lost")
    print("went on")
    async with Watch("any true value"):
        raise ValueError("suppressed too")
    try:
        async with Watch(0):
            raise ValueError("not suppressed")
    except ValueError as error:
        print("caught", error)
    async with Watch(None):
        return "returned through exit"


print(asyncio.run(main()))
