import queue
import threading
import time

todo = queue.Queue(maxsize=2)
done = []


def producer():
    for n in range(6):
        todo.put(n)
        print(f"{time.monotonic():.2f} put {n}, {todo.qsize()} there")
    for _ in range(2):
        todo.put(None)


def consumer(name, delay):
    while True:
        item = todo.get()
        if item is None:
            todo.task_done()
            print(name, "ends")
            return
        time.sleep(delay)
        done.append((name, item))
        print(f"{time.monotonic():.2f} {name} did {item}")
        todo.task_done()


threads = [threading.Thread(target=producer, name="producer"),
           threading.Thread(target=consumer, args=("quick", 0.1)),
           threading.Thread(target=consumer, args=("slow", 0.25))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
todo.join()
print(done, todo.empty(), todo.unfinished_tasks)
