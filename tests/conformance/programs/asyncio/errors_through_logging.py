import asyncio
import logging


async def fails():
    raise ValueError("lost")


async def main():
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    logging.getLogger(__name__).info("after")
    asyncio.get_running_loop().call_exception_handler({"message": "by hand", "code": 7})


asyncio.run(main())
