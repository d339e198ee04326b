import time
from concurrent.futures import CancelledError, ThreadPoolExecutor


def work(n):
    print("begins", n)
    time.sleep(0.2)
    print("ends", n, round(time.monotonic(), 2))
    return n


pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="shop")
futures = [pool.submit(work, n) for n in range(4)]
print(futures[3].cancel(), futures[0].cancel(), futures[3].cancelled(), futures[1].done())
pool.shutdown(wait=False, cancel_futures=True)
print("shut down", round(time.monotonic(), 2))
for future in futures:
    try:
        print(future.result())
    except CancelledError as error:
        print("cancelled", type(error).__module__)
print("end of the program", round(time.monotonic(), 2))

# What is left of this one is done before the program ends.
last = ThreadPoolExecutor(2)
for n in range(10, 13):
    last.submit(work, n)
print("the main thread is done", round(time.monotonic(), 2))
