import threading
import time

ready = threading.Event()
condition = threading.Condition()
items = []


def waiter(name):
    print(name, "waits", ready.is_set())
    print(name, "woken", ready.wait(), round(time.monotonic(), 2))


def impatient():
    print("impatient", ready.wait(0.1), round(time.monotonic(), 2))


def taker(name):
    with condition:
        while not items:
            condition.wait()
        print(name, "takes", items.pop(0), round(time.monotonic(), 2))


threads = [threading.Thread(target=waiter, args=(name,)) for name in "ab"]
threads.append(threading.Thread(target=impatient))
for thread in threads:
    thread.start()
time.sleep(0.5)
ready.set()
for thread in threads:
    thread.join()

takers = [threading.Thread(target=taker, args=(f"taker {n}",)) for n in range(3)]
for thread in takers:
    thread.start()
with condition:
    items.append("x")
    condition.notify()
time.sleep(0.2)
with condition:
    items += ["y", "z"]
    condition.notify_all()
    time.sleep(0.1)
    print("still has the lock", round(time.monotonic(), 2))
for thread in takers:
    thread.join()
with condition:
    print(condition.wait_for(lambda: items, timeout=0.3), round(time.monotonic(), 2))
try:
    condition.notify()
except RuntimeError as error:
    print(error)
try:
    condition.wait()
except RuntimeError as error:
    print(error)
