import asyncio
import random
import statistics
import time


class Bank:
    """Transfers with locks taken in order, so that nobody waits for ever; one way that does not."""

    def __init__(self, *balances):
        self.accounts = list(balances)
        self.locks = [asyncio.Lock() for _ in balances]
        self.transfers = 0

    async def transfer(self, source, target, amount):
        if source == target:
            return False
        first, second = sorted((source, target))
        async with self.locks[first], self.locks[second]:
            if self.accounts[source] < amount:
                return False
            self.accounts[source] -= amount
            await asyncio.sleep(0.01)
            self.accounts[target] += amount
            self.transfers += 1
            return True

    async def careless(self, source, target, amount):
        async with self.locks[source]:
            await asyncio.sleep(0.01)
            async with self.locks[target]:
                self.accounts[source] -= amount
                self.accounts[target] += amount


async def main():
    random.seed(2024)
    bank = Bank(100, 100, 100)
    start = time.perf_counter()
    results = await asyncio.gather(*(bank.transfer(random.randrange(3), random.randrange(3), random.randint(1, 80)) for _ in range(20)))
    print(results.count(True), sum(bank.accounts), bank.accounts, bank.transfers, round(time.perf_counter() - start, 3))
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(bank.careless(0, 1, 5), bank.careless(1, 0, 5))
    except TimeoutError:
        print("deadlock", [lock.locked() for lock in bank.locks])
    await asyncio.sleep(0)
    print([lock.locked() for lock in bank.locks])
    data = [random.gauss(10, 2) for _ in range(8)]
    print([round(x, 3) for x in data], f"{statistics.mean(data):.4f} {statistics.stdev(data):.4f} {statistics.median(data):.4f}")
    print(random.sample(range(100), 5), random.choices("abc", weights=[1, 5, 1], k=6), random.choice(["x", "y"]))
    deck = list(range(8))
    random.shuffle(deck)
    print(deck, random.random(), random.uniform(1, 2), random.getrandbits(16), random.betavariate(1, 2))
    rng = random.Random("seed")
    print(rng.random(), rng.randint(0, 10), rng.expovariate(1.5), rng.triangular(0, 10, 5))
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    order = []

    async def user(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0.1)
    tasks = [asyncio.create_task(user(n)) for n in range(5)]
    await asyncio.sleep(0.05)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print(order, lock.locked())


asyncio.run(main())
