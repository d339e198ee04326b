import threading
import time


def for_ever():
    try:
        while True:
            time.sleep(0.3)
            print("daemon", round(time.monotonic(), 2))
    finally:
        print("never printed")


def a_while():
    time.sleep(1)
    print("waited for", round(time.monotonic(), 2))


threading.Thread(target=for_ever, daemon=True).start()
threading.Thread(target=a_while).start()
print("the main thread ends", round(time.monotonic(), 2))
