import asyncio
import inspect


class Actor:
    def __init__(self):
        self.inbox = asyncio.Queue(maxsize=2)
        self.handlers = {name[3:]: member for name, member in inspect.getmembers(self, inspect.iscoroutinefunction) if name.startswith("on_")}
        self.task = asyncio.create_task(self._run(), name=type(self).__name__)

    async def _run(self):
        while True:
            kind, args, reply = await self.inbox.get()
            try:
                if kind == "stop":
                    break
                handler = self.handlers.get(kind)
                if handler is None:
                    raise NotImplementedError(kind)
                result = await handler(*args)
            except Exception as error:
                if not reply.cancelled():
                    reply.set_exception(error)
            else:
                if not reply.cancelled():
                    reply.set_result(result)
            finally:
                self.inbox.task_done()
        return "stopped"

    async def ask(self, kind, *args, timeout=None):
        reply = asyncio.get_running_loop().create_future()
        await self.inbox.put((kind, args, reply))
        return await asyncio.wait_for(reply, timeout)

    def tell(self, kind, *args):
        self.inbox.put_nowait((kind, args, asyncio.get_running_loop().create_future()))


class Account(Actor):
    def __init__(self, balance=0):
        self.balance = balance
        super().__init__()

    async def on_deposit(self, amount):
        await asyncio.sleep(0.1)
        self.balance += amount
        return self.balance

    async def on_withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient: {self.balance} < {amount}")
        self.balance -= amount
        return self.balance

    async def on_slow(self):
        await asyncio.sleep(10)


async def main():
    account = Account(10)
    print(sorted(account.handlers), account.task.get_name())
    print(await asyncio.gather(account.ask("deposit", 5), account.ask("withdraw", 100), account.ask("withdraw", 3), account.ask("nope"), return_exceptions=True))
    try:
        await account.ask("slow", timeout=1)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error), asyncio.TimeoutError is TimeoutError)
    try:
        for n in range(4):
            account.tell("deposit", n)
    except asyncio.QueueFull as error:
        print("full", repr(error), account.inbox.qsize(), account.inbox.full())
    await account.inbox.join()
    print(account.balance)
    account.tell("stop")
    print(await account.task)
    try:
        account.inbox.task_done()
    except ValueError as error:
        print(error)
    q = asyncio.PriorityQueue()
    for item in [(2, "b"), (1, "z"), (1, "a")]:
        await q.put(item)
    print([q.get_nowait() for _ in range(q.qsize())], q)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error), error.args)
    print(inspect.isawaitable(account.task), inspect.iscoroutinefunction(account.on_slow), inspect.signature(account.ask))


asyncio.run(main())
