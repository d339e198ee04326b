import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work():
    time.sleep(0.1)
    return 5


def report(future):
    print("done in", threading.current_thread().name, future.result())


def broken(future):
    raise RuntimeError("in a callback")


with ThreadPoolExecutor(1, "worker") as pool:
    future = pool.submit(work)
    future.add_done_callback(report)
    print(future.result(timeout=1))
    future.add_done_callback(report)
