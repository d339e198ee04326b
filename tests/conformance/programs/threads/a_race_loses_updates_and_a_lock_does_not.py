import threading
import time

counter = 0
lock = threading.Lock()


def unsafe(times):
    global counter
    for _ in range(times):
        value = counter
        value = value + 1
        counter = value


def safe(times):
    global counter
    for _ in range(times):
        with lock:
            value = counter
            value = value + 1
            counter = value


def slow():
    global counter
    value = counter
    time.sleep(0.01)
    counter = value + 1


def run(work, *args):
    global counter
    counter = 0
    threads = [threading.Thread(target=work, args=args) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter


print("slow", run(slow))
print("unsafe", run(unsafe, 200))
print("safe", run(safe, 200))
