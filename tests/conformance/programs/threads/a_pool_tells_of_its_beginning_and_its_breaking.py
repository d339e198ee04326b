import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

mine = threading.local()


def begin(word):
    mine.word = word
    print("begin", threading.current_thread().name, word)


def work(n):
    time.sleep(0.1)
    return n, mine.word


with ThreadPoolExecutor(2, thread_name_prefix="pool", initializer=begin, initargs=("hello",)) as pool:
    print(list(pool.map(work, range(3))))


def fail():
    raise OSError("no start")


pool = ThreadPoolExecutor(1, initializer=fail)
future = pool.submit(work, 1)
try:
    future.result()
except BrokenThreadPool as error:
    print(error)
try:
    pool.submit(work, 2)
except BrokenThreadPool as error:
    print("again:", error)
for arguments in ({"max_workers": 0}, {"initializer": 3}):
    try:
        ThreadPoolExecutor(**arguments)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
waiting = Future()
print(waiting.cancel(), waiting.cancel(), waiting.done(), waiting.set_running_or_notify_cancel())
