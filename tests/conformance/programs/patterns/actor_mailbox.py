import asyncio


class Actor:
    def __init__(self, name):
        self.name = name
        self._mailbox = asyncio.Queue()
        self._task = asyncio.create_task(self._run(), name=name)

    async def _run(self):
        while True:
            method, args, reply = await self._mailbox.get()
            try:
                result = await getattr(self, f"on_{method}")(*args)
            except Exception as error:
                reply.set_exception(error)
            else:
                if not reply.cancelled():
                    reply.set_result(result)

    def ask(self, method, *args):
        reply = asyncio.get_running_loop().create_future()
        self._mailbox.put_nowait((method, args, reply))
        return reply

    async def stop(self):
        self._task.cancel()
        await asyncio.wait([self._task])


class Account(Actor):
    balance = 0

    async def on_deposit(self, amount):
        await asyncio.sleep(0.1)
        self.balance += amount
        return self.balance

    async def on_withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"only {self.balance} left")
        self.balance -= amount
        return self.balance


async def main():
    account = Account("savings")
    replies = [account.ask("deposit", 10), account.ask("withdraw", 30), account.ask("deposit", 5)]
    print(await asyncio.gather(*replies, return_exceptions=True))
    try:
        await account.ask("close")
    except AttributeError as error:
        print(error)
    slow = account.ask("deposit", 100)
    slow.cancel()
    print(await account.ask("withdraw", 115))
    await account.stop()
    print(account._task)


asyncio.run(main())
