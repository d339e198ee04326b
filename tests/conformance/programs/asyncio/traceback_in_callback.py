import asyncio


class Account:
    def __init__(self):
        self.balance = 10

    def withdraw(self, amount, *, reason="none"):
        if amount > self.balance:
            raise ValueError(f"not enough for {reason}")
        self.balance -= amount
        print("left", self.balance)


async def main():
    loop = asyncio.get_running_loop()
    account = Account()
    loop.call_soon(account.withdraw, 4)
    loop.call_later(0.1, account.withdraw, 40)
    loop.call_later(0.2, lambda: account.withdraw(50, reason="rent"))
    future = loop.create_future()
    future.add_done_callback(account.withdraw)
    loop.call_later(0.3, future.set_result, 3)
    await asyncio.sleep(1)
    print("main goes on", account.balance)


asyncio.run(main())
