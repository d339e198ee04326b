import asyncio
from dataclasses import dataclass, field


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} needs {needed - account.balance:.2f} more")
        self.account = account
        self.needed = needed


@dataclass(order=True)
class Account:
    owner: str
    balance: float = 0.0
    history: list = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self):
        if self.balance < 0:
            raise ValueError("negative opening balance")

    async def withdraw(self, amount):
        await asyncio.sleep(0.1)
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return self

    async def deposit(self, amount):
        await asyncio.sleep(0.05)
        self.balance += amount
        self.history.append(("deposit", amount))
        return self


class Bank:
    def __init__(self, *accounts):
        self.accounts = {a.owner: a for a in accounts}
        self.lock = asyncio.Lock()
        self.failed = 0

    def __getitem__(self, owner):
        return self.accounts[owner]

    def __iter__(self):
        yield from sorted(self.accounts.values(), key=lambda a: -a.balance)

    async def transfer(self, source, target, amount):
        async with self.lock:
            try:
                await self[source].withdraw(amount)
            except InsufficientFunds as error:
                self.failed += 1
                print(f"refused: {error}")
                return False
            await self[target].deposit(amount)
            print(f"{source} -> {target}: {amount:,.2f}")
            return True


async def main():
    bank = Bank(Account("ann", 100), Account("bob", 50.5), Account("cy"))
    results = await asyncio.gather(
        bank.transfer("ann", "bob", 70),
        bank.transfer("ann", "cy", 70),
        bank.transfer("bob", "cy", 120.25),
        bank.transfer("dee", "cy", 1),
        return_exceptions=True,
    )
    print(results, bank.failed)
    for account in bank:
        print(account, account.history)
    print(max(bank), Account("x", 1) < Account("x", 2), Account("a") == Account("a"))
    try:
        Account("bad", -1)
    except ValueError as error:
        print(error)


asyncio.run(main())
