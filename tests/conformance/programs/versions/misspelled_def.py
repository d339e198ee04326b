import asyncio


class Worker:
    asnyc def run(self):
        await asyncio.sleep(1)


asyncio.run(Worker().run())
