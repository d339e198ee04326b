import queue
import threading
import time

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print(kind.__name__, [q.get() for _ in range(3)])

small = queue.Queue(1)
small.put("x")
for attempt in (lambda: small.put("y", block=False), lambda: small.put("y", timeout=0.5), lambda: small.put_nowait("y")):
    try:
        attempt()
    except queue.Full as error:
        print("full", repr(error), round(time.monotonic(), 2))
small.get()
for attempt in (lambda: small.get(block=False), lambda: small.get(timeout=0.5), lambda: small.get_nowait()):
    try:
        attempt()
    except queue.Empty as error:
        print("empty", repr(error), round(time.monotonic(), 2))
try:
    small.get(timeout=-1)
except ValueError as error:
    print(error)
small.task_done()
try:
    small.task_done()
except ValueError as error:
    print(error)

simple = queue.SimpleQueue()


def later():
    time.sleep(0.2)
    simple.put("from the thread")


threading.Thread(target=later).start()
print(simple.empty(), simple.get(), simple.qsize(), round(time.monotonic(), 2))
try:
    simple.get(timeout=0.1)
except queue.Empty:
    print("empty", round(time.monotonic(), 2))
