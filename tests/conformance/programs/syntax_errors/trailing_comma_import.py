from asyncio import run,
