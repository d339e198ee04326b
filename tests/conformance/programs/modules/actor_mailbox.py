import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import singledispatchmethod


@dataclass(frozen=True, slots=True)
class Deposit:
    amount: int


@dataclass(frozen=True, slots=True)
class Withdraw:
    amount: int


@dataclass(frozen=True, slots=True)
class Balance:
    reply: asyncio.Future


class Stop:
    pass


class Actor(ABC):
    def __init__(self, name):
        self.name = name
        self.mailbox = asyncio.Queue(maxsize=4)
        self.task = asyncio.create_task(self._run(), name=f"actor:{name}")

    async def _run(self):
        while True:
            message = await self.mailbox.get()
            if isinstance(message, Stop):
                break
            try:
                await self.receive(message)
            except Exception as error:
                print(f"{self.name} failed on {message!r}: {error}")
            finally:
                self.mailbox.task_done()

    @abstractmethod
    async def receive(self, message):
        """Deals with one message."""

    async def tell(self, message):
        await self.mailbox.put(message)

    async def stop(self):
        await self.tell(Stop())
        await self.task


class Account(Actor):
    def __init__(self, name, balance=0):
        super().__init__(name)
        self.balance = balance

    async def receive(self, message):
        await asyncio.sleep(0.01)
        self.handle(message)

    @singledispatchmethod
    def handle(self, message):
        raise TypeError(f"unknown message {type(message).__name__}")

    @handle.register
    def _(self, message: Deposit):
        self.balance += message.amount

    @handle.register
    def _(self, message: Withdraw):
        if message.amount > self.balance:
            raise ValueError("insufficient funds")
        self.balance -= message.amount

    @handle.register
    def _(self, message: Balance):
        message.reply.set_result(self.balance)


async def main():
    try:
        Actor("abstract")
    except TypeError as error:
        print(error)
    account = Account("ann", 10)
    for message in (Deposit(5), Withdraw(50), Withdraw(3), "nonsense"):
        await account.tell(message)
    reply = asyncio.get_running_loop().create_future()
    await account.tell(Balance(reply))
    print("balance", await reply, account.task.get_name())
    await account.stop()
    print(Deposit(5) == Deposit(5), hash(Deposit(1)) == hash(Deposit(1)), account.task.done())


asyncio.run(main())
