import asyncio
import inspect


def trace(cls):
    for name, attr in list(vars(cls).items()):
        if inspect.iscoroutinefunction(attr):
            def wrap(fn):
                async def inner(self, *a):
                    print(f"-> {fn.__name__}")
                    try:
                        return await fn(self, *a)
                    except BaseException as e:
                        print(f"!! {fn.__name__}: {type(e).__name__}")
                        raise
                    finally:
                        print(f"<- {fn.__name__}")
                return inner
            setattr(cls, name, wrap(attr))
    return cls


@trace
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.lock = asyncio.Lock()

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, v):
        if v < 0:
            raise ValueError("insufficient funds")
        self._balance = v

    async def withdraw(self, n):
        async with self.lock:
            before = self.balance
            await asyncio.sleep(0.1)
            self.balance = before - n
            return self.balance

    async def transfer(self, other, n):
        await self.withdraw(n)
        other.balance += n


async def main():
    a, b = Account("a", 100), Account("b")
    print(await asyncio.gather(a.withdraw(10), a.withdraw(20)))
    await a.transfer(b, 50)
    print(a.balance, b.balance)
    r = await asyncio.gather(a.transfer(b, 15), a.transfer(b, 10), return_exceptions=True)
    print(r)
    print(inspect.isawaitable(a.withdraw), inspect.iscoroutine(c := a.withdraw(1)), c.__name__, c.cr_code.co_name)
    c.close()


asyncio.run(main())
