import queue
import threading

q = queue.Queue()


def consumer():
    print("got", q.get())


threading.Thread(target=consumer, daemon=True).start()
q.put(1)
print("got", q.get())
