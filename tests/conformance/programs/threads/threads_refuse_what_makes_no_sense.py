import threading


def attempt(what, function, *args, **kwargs):
    try:
        print(what, "gives", function(*args, **kwargs))
    except Exception as error:
        print(what, "raises", type(error).__name__ + ":", error)


def nothing():
    pass


thread = threading.Thread(target=nothing)
attempt("join before start", thread.join)
thread.start()
attempt("start again", thread.start)
thread.join()
attempt("start after the end", thread.start)
attempt("join again", thread.join)
attempt("join oneself", threading.current_thread().join)


def make_daemon():
    threading.current_thread().daemon = True


runner = threading.Thread(target=lambda: attempt("daemon while it runs", make_daemon))
runner.start()
runner.join()
attempt("release", threading.Lock().release)
attempt("release RLock", threading.RLock().release)
lock = threading.Lock()
attempt("acquire", lock.acquire)
attempt("acquire taken", lock.acquire, False)
attempt("acquire taken for a while", lock.acquire, timeout=0.5)
attempt("both", lock.acquire, False, 1)
attempt("negative", lock.acquire, True, -2)
attempt("locked", lock.locked)
bounded = threading.BoundedSemaphore(1)
attempt("too many", bounded.release)
attempt("semaphore", threading.Semaphore, -1)
attempt("semaphore with timeout", bounded.acquire, False, 1)


class Careless(threading.Thread):
    def __init__(self):
        pass


attempt("no __init__", Careless().start)
reentrant = threading.RLock()
with reentrant:
    with reentrant:
        print("twice")
attempt("release too often", reentrant.release)


def other():
    attempt("not the owner", reentrant.release)
    attempt("owned by another", reentrant.acquire, blocking=False)


reentrant.acquire()
thread = threading.Thread(target=other)
thread.start()
thread.join()
