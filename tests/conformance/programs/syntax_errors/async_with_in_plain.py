import asyncio

lock = asyncio.Lock()


def update(items):
    async with lock:
        items.append(1)
