import threading
import time

places = threading.Semaphore(2)
inside = 0
most = 0


def visit(name):
    global inside, most
    with places:
        inside += 1
        most = max(most, inside)
        print(f"{time.monotonic():.1f} {name} in")
        time.sleep(0.5)
        inside -= 1
    print(f"{time.monotonic():.1f} {name} out")


threads = [threading.Thread(target=visit, args=(name,)) for name in "abcde"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("most", most, places.acquire(timeout=0.2), places.acquire(blocking=False), places.acquire(timeout=0.2))
print(round(time.monotonic(), 2))
places.release(2)
