import asyncio


class Alarm:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        print("alarm is set")
        yield from asyncio.sleep(self.seconds).__await__()
        return "wake up"


async def main():
    alarm = Alarm(2)
    print("alarm exists")
    print(await alarm)
    try:
        await 3
    except TypeError:
        print("3 has no __await__")


asyncio.run(main())
