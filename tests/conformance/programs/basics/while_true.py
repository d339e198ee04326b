import asyncio


async def heartbeat():
    beats = 0
    while True:
        beats += 1
        await asyncio.sleep(1)
        if beats % 20 == 0:
            print("still alive after", beats)
        if beats == 60:
            return beats


asyncio.run(heartbeat())
