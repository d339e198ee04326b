import asyncio


async def user_presses_ctrl_c():
    await asyncio.sleep(1)
    raise KeyboardInterrupt


async def main():
    task = asyncio.create_task(user_presses_ctrl_c())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("main is cancelled, cleaning up")
        await asyncio.sleep(0.5)
        print("clean")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
