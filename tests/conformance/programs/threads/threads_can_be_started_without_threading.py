import _thread
import time

lock = _thread.allocate_lock()
results = []


def work(n, *, scale=1):
    with lock:
        results.append(n * scale)
    if n == 2:
        _thread.exit()
    time.sleep(0.1)
    results.append("end")


print(lock.locked())
_thread.start_new_thread(work, (1,), {"scale": 10})
_thread.start_new_thread(work, (2,))
print(results)
time.sleep(0.05)
print(results)
time.sleep(0.1)
print(results, _thread._count())
