"""At the end of the program: what a loop holds that is not the current one goes with the variables."""
import asyncio


class Noisy:
    def __del__(self):
        print("gone")


async def job():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
noisy = Noisy()
task = loop.create_task(job())
loop.run_until_complete(asyncio.sleep(0))
other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
other.create_task(asyncio.sleep(1))
print("end")
