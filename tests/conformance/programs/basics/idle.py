import asyncio


async def wait_for(name, others):
    print(name, "waits for the other")
    await asyncio.sleep(0)
    await others[name]
    print(name, "never gets here")


async def main():
    others = {}
    others["left"] = asyncio.create_task(wait_for("right", others))
    others["right"] = asyncio.create_task(wait_for("left", others))
    await asyncio.gather(others["left"], others["right"])


asyncio.run(main())
