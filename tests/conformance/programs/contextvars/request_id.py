import asyncio
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def log(message):
    print(f"[{request_id.get()}] {message}")


async def query(table):
    log(f"querying {table}")
    await asyncio.sleep(0.1)
    log(f"{table} done")
    return table.upper()


async def handle(number):
    token = request_id.set(f"req-{number}")
    try:
        log("start")
        rows = await asyncio.gather(query("users"), query("orders"))
        log(f"end {rows}")
    finally:
        request_id.reset(token)
        log("after reset")


async def main():
    log("main begins")
    await asyncio.gather(*(handle(n) for n in range(3)))
    log("main ends")
    await handle(9)
    log("still main")


asyncio.run(main())
log("module")
