from asyncio import run as
