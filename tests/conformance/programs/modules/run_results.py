import asyncio


class Outcome:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        print("repr of", self.value)
        return f"Outcome({self.value})"


class Failure(Exception):
    def __repr__(self):
        return f"<failure {self.args[0]}>"


async def main(value):
    await asyncio.sleep(0.1)
    if value < 0:
        raise Failure(value)
    return Outcome(value)


print(asyncio.run(main(1)).value)
try:
    asyncio.run(main(-1))
except Failure as failure:
    print("failed", failure)
with asyncio.Runner() as runner:
    print(runner.run(main(2)).value, runner.run(main(3)).value)
