import asyncio


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        return False


async def main():
    try:
        with asyncio.Lock():
            print("never here")
    except TypeError as error:
        print(error)
    with Session() as session:
        print("never here", session)


if __name__ == "__main__":
    asyncio.run(main())
