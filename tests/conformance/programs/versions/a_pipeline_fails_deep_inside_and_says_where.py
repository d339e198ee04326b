import asyncio
import traceback


class Stage:
    def __init__(self, name, divisor):
        self.name, self.divisor = name, divisor

    async def run(self, value):
        await asyncio.sleep(0.1)
        return (value + 1) / self.divisor * len(self.name)


async def pipeline(stages, value):
    for stage in stages:
        value = await stage.run(value)
    return value


async def main():
    stages = [Stage("parse", 2), Stage("check", 0), Stage("store", 4)]
    result = await asyncio.gather(
        pipeline(stages[:1], 1),
        pipeline(stages, 2),
        return_exceptions=True,
    )
    print(result)
    try:
        print(await pipeline(
            stages[1:],
            value=3,
        ))
    except ZeroDivisionError:
        print(traceback.format_exc())
    raise result[1]


asyncio.run(main())
