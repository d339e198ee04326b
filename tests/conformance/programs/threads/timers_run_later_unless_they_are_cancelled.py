import threading
import time


def say(*words, end="."):
    print(round(time.monotonic(), 2), *words, threading.current_thread().name, end)


first = threading.Timer(0.5, say, args=("first",), kwargs={"end": "!"})
second = threading.Timer(0.3, say, ["second"])
third = threading.Timer(0.4, say, ["never"])
for timer in (first, second, third):
    timer.start()
print(first.is_alive(), first.interval, threading.active_count())
time.sleep(0.35)
third.cancel()
first.join()
second.join()
print(first.is_alive(), third.finished.is_set(), round(time.monotonic(), 2))
