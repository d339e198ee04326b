# Nobody holds the loop, nor the task, but the frames in the traceback of what has ended the program.
import asyncio


async def fails():
    raise ValueError("nobody asks")


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise KeyboardInterrupt


asyncio.new_event_loop().run_until_complete(main())
