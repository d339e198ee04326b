import threading
import time


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def work(n):
    mine = Held(f"of thread {n}")
    time.sleep(0.1 * n)
    print("end of", n, mine.name)


threads = [threading.Thread(target=work, args=(n,)) for n in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("joined")
thread = threading.Thread(target=lambda held: print("got", held.name), args=(Held("argument"),))
thread.start()
thread.join()
print("the argument is gone, though the thread is not:", thread.is_alive())
