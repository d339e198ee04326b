import asyncio


async def upload(file):
    print("open", file)
    try:
        await asyncio.sleep(1)
        print("half of it is sent")
        await asyncio.sleep(1)
    finally:
        print("closed")


async def main():
    task = asyncio.create_task(upload("film.mp4"))
    await asyncio.sleep(1.5)
    task.cancel()
    print("cancel has returned")
    try:
        await task
    except asyncio.CancelledError:
        print("upload cancelled")


asyncio.run(main())
