import threading
import time

left, right = threading.Lock(), threading.Lock()


def one():
    with left:
        print("one has left")
        time.sleep(0.1)
        with right:
            print("one has both")


def two():
    with right:
        print("two has right")
        time.sleep(0.1)
        with left:
            print("two has both")


threads = [threading.Thread(target=one), threading.Thread(target=two)]
for thread in threads:
    thread.start()
threads[0].join(timeout=1)
print("still alive:", threads[0].is_alive(), threads[1].is_alive(), time.monotonic())
threads[0].join()
print("never")
