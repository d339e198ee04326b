"""`async for` and asynchronous comprehensions over displays: what the message says was given."""
import asyncio
async def f():
    for src in (0,1,2,3):
        try:
            if src == 0:
                async for x in [1, 2]: pass
            elif src == 1:
                async for x in {1, 2}: pass
            elif src == 2:
                [x async for x in [1]]
            else:
                [x async for x in {1, 2}]
        except TypeError as e: print(e)
asyncio.run(f())
