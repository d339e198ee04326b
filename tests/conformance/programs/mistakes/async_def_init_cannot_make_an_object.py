import asyncio


class Client:
    async def __init__(self, address):
        self.address = address
        await asyncio.sleep(1)


async def main():
    try:
        Client("example.org")
    except TypeError as error:
        print(error)
    client = Client("example.org")
    print("never here", client.address)


if __name__ == "__main__":
    asyncio.run(main())
