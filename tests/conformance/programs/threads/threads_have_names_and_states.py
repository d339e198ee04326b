import threading
import time


def work():
    time.sleep(0.1)


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(daemon=True)
        self.n = n
        self.result = None

    def run(self):
        me = threading.current_thread()
        print(me is self, me.daemon, me.name, me.ident == threading.get_ident())
        self.result = self.n * 2


plain = threading.Thread(target=work)
print(plain.name, plain.ident, plain.is_alive(), plain.daemon)
plain.start()
print(plain.is_alive(), plain.ident is not None)
plain.name = "renamed"
print(plain.name, [thread.name for thread in threading.enumerate()], threading.active_count())
plain.join()
print(plain.is_alive(), threading.active_count())
worker = Worker(21)
worker.start()
worker.join()
print(worker.result, worker.name)
print(threading.Thread(target=lambda: 0).name, threading.Thread().name, threading.Thread(name="x", target=work).name)
main = threading.main_thread()
print(main.name, main is threading.current_thread(), main.is_alive(), main.daemon)
