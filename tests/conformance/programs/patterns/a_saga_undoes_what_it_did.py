import asyncio


class Saga:
    """Steps with compensation: what was done is undone when a later step fails."""

    def __init__(self, name):
        self.name, self.done = name, []

    def step(self, action, undo):
        self.done.append((action, undo))
        return self

    async def run(self):
        completed = []
        try:
            for action, undo in self.done:
                print(self.name, "->", await action())
                completed.append(undo)
        except BaseException as error:
            errors = []
            for undo in reversed(completed):
                try:
                    print(self.name, "<-", await asyncio.shield(undo()))
                except Exception as failed:
                    errors.append(failed)
            if errors:
                raise ExceptionGroup("compensation failed", errors) from error
            raise


def act(label, delay=0.1, error=None):
    async def action():
        await asyncio.sleep(delay)
        if error:
            raise error
        return label
    action.__name__ = action.__qualname__ = f"act_{label}"
    return action


async def main():
    ok = Saga("ok").step(act("reserve"), act("unreserve")).step(act("pay"), act("refund"))
    await ok.run()
    fails = Saga("fails").step(act("reserve"), act("unreserve")).step(act("pay", error=ValueError("declined")), act("refund"))
    try:
        await fails.run()
    except ValueError as error:
        print("failed:", error, error.__context__)
    worse = Saga("worse").step(act("a"), act("undo-a", error=OSError("disk"))).step(act("b"), act("undo-b", error=KeyError("k"))).step(act("c", error=RuntimeError("c")), act("undo-c"))
    try:
        await worse.run()
    except* OSError as group:
        print("os", group.exceptions, repr(group.__cause__))
    except* KeyError as group:
        print("key", group.exceptions)
    slow = Saga("slow").step(act("first"), act("undo-first", 0.5)).step(act("second", 10), act("undo-second"))
    task = asyncio.create_task(slow.run())
    await asyncio.sleep(1)
    task.cancel("user")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelling(), asyncio.get_running_loop().time())
    task = asyncio.create_task(Saga("twice").step(act("x"), act("undo-x", 1)).step(act("y", 5), act("z")).run())
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.sleep(0.5)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling())
    await asyncio.sleep(1)


asyncio.run(main())
