"""At the end of the program: a task in the ready queue of the current event loop keeps the program's variables, and
none of them is finalised."""
import asyncio


class Noisy:
    def __del__(self):
        print("gone")


async def job():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(asyncio.sleep(0))
noisy = Noisy()
failed = loop.create_future()
failed.set_exception(ValueError("nobody asks"))
loop.create_task(job())
loop.call_later(3, print, "never")
print("end")
