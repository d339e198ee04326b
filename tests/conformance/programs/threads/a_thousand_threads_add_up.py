import threading
import time

lock = threading.Lock()
total = 0


def add(n):
    global total
    time.sleep(n % 7 / 10)
    with lock:
        total += n


threads = [threading.Thread(target=add, args=(n,)) for n in range(1000)]
for thread in threads:
    thread.start()
print(threading.active_count())
for thread in threads:
    thread.join()
print(total, threading.active_count(), time.monotonic())
