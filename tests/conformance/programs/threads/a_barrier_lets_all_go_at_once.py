import threading
import time

barrier = threading.Barrier(3, action=lambda: print("all there at", round(time.monotonic(), 2)))


def runner(name, delay):
    time.sleep(delay)
    print(name, "arrives", barrier.n_waiting)
    place = barrier.wait()
    print(name, "was number", place, round(time.monotonic(), 2))
    try:
        barrier.wait(timeout=0.5 if name == "a" else None)
    except threading.BrokenBarrierError:
        print(name, "broken", barrier.broken, round(time.monotonic(), 2))


threads = [threading.Thread(target=runner, args=args) for args in (("a", 0.1), ("b", 0.3))]
for thread in threads:
    thread.start()
barrier.wait()
print("main is through")
for thread in threads:
    thread.join()
barrier.reset()
print(barrier.broken, barrier.parties)
