import asyncio
import random


class Account:
    def __init__(self, name, balance):
        self.name, self.balance = name, balance
        self.lock = asyncio.Lock()

    def __repr__(self):
        return f"{self.name}={self.balance}"


async def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.name)
    async with first.lock, second.lock:
        if source.balance < amount:
            raise ValueError(f"{source.name} has {source.balance}, not {amount}")
        await asyncio.sleep(random.random() / 10)
        source.balance -= amount
        target.balance += amount


async def main():
    random.seed(2024)
    accounts = [Account(name, 100) for name in ("ann", "bob", "cid")]
    jobs = []
    for _ in range(12):
        source, target = random.sample(accounts, 2)
        jobs.append(transfer(source, target, random.randint(10, 80)))
    results = await asyncio.gather(*jobs, return_exceptions=True)
    failed = [str(result) for result in results if isinstance(result, ValueError)]
    print(len(results) - len(failed), "transfers,", "refused:", failed)
    print(accounts, sum(account.balance for account in accounts))


asyncio.run(main())
