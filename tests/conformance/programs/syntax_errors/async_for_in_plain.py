async def ticker():
    for i in range(3):
        yield i


def main():
    async for tick in ticker():
        print(tick)


main()
