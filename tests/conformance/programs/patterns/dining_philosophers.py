import asyncio


async def philosopher(i, forks, meals, log):
    left, right = forks[i], forks[(i + 1) % len(forks)]
    first, second = (left, right) if i % 2 else (right, left)
    for meal in range(meals):
        await asyncio.sleep(0.1 * i)
        async with first, second:
            log.append(f"{i} eats {meal}")
            await asyncio.sleep(0.25)
    log.append(f"{i} is full")


async def main():
    forks = [asyncio.Lock() for _ in range(4)]
    log = []
    async with asyncio.timeout(10):
        await asyncio.gather(*(philosopher(i, forks, 2, log) for i in range(4)))
    print(*log, sep="\n")
    print(any(fork.locked() for fork in forks), round(asyncio.get_running_loop().time(), 2))


asyncio.run(main())
