import atexit
import threading
import time


def last(*words, **more):
    print(*words, more, round(time.monotonic(), 2), threading.active_count())


@atexit.register
def fails():
    raise ValueError("at the end")


atexit.register(last, "second", key=1)
atexit.register(last, "first")
removed = atexit.register(lambda: print("never"))
atexit.unregister(removed)
threading.Thread(target=time.sleep, args=(0.5,)).start()
print("end of the program")
