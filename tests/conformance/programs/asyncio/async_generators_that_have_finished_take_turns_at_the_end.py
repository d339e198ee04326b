"""Async generators that have finished but are still there are closed at the end, too: that takes turns."""
import asyncio


async def numbers(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def main():
    async for _ in (agen := numbers(2)):
        pass
    kept.append(agen)
    half = numbers(5)
    kept.append(half)
    async for _ in half:
        break
    async for _ in numbers(1):
        pass


kept = []
asyncio.run(main())
print("end")
