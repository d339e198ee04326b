import asyncio


class Says:
    def __init__(self, answer):
        self.answer = answer

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        return self.answer


async def main():
    for answer in (None, False, 0, "", [], 0.0, {}):
        try:
            async with Says(answer):
                raise ValueError(f"not held back by {answer!r}")
        except ValueError as error:
            print(error)
    for answer in (True, 1, "yes", [0]):
        async with Says(answer):
            raise ValueError("held back")
        print(f"held back by {answer!r}")
    async with Says(None):
        raise ValueError("goes on")


if __name__ == "__main__":
    asyncio.run(main())
