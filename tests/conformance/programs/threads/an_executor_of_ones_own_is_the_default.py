import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def name():
    return threading.current_thread().name


async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(1, thread_name_prefix="mine")
    loop.set_default_executor(pool)
    print(await asyncio.to_thread(name), await loop.run_in_executor(None, name))
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(name)
    except RuntimeError as error:
        print(error)
    try:
        loop.set_default_executor("pool")
    except TypeError as error:
        print(error)
    with ThreadPoolExecutor(1, "other") as other:
        print(await loop.run_in_executor(other, name))


asyncio.run(main())
