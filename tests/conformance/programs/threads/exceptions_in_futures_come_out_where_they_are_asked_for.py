import asyncio
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait


def divide(a, b):
    time.sleep(0.1 * a)
    return a / b


pool = ThreadPoolExecutor(max_workers=3)
futures = [pool.submit(divide, 3, 1), pool.submit(divide, 1, 0), pool.submit(divide, 2, 1)]
print([future.running() for future in futures])
done, pending = wait(futures, return_when=FIRST_COMPLETED)
print(len(done), len(pending), futures.index(done.pop()), round(time.monotonic(), 2))
done, pending = wait(futures, return_when=FIRST_EXCEPTION)
print(len(done), len(pending))
for future in as_completed(futures):
    error = future.exception()
    print(futures.index(future), repr(error) if error else future.result(), round(time.monotonic(), 2))
try:
    futures[1].result()
except ZeroDivisionError as error:
    print("again:", error)


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(pool, divide, 1, 0)
    except ZeroDivisionError as error:
        print("in a coroutine:", error)
    results = await asyncio.gather(*(loop.run_in_executor(None, divide, 1, n) for n in range(3)),
                                   return_exceptions=True)
    print(results)


asyncio.run(main())
futures[0].add_done_callback(lambda future: print("at once", future.result()))
slow = pool.submit(divide, 1, 4)
slow.add_done_callback(lambda future: print("later", future.result()))
pool.shutdown()
try:
    pool.submit(divide, 1, 1)
except RuntimeError as error:
    print(error)
