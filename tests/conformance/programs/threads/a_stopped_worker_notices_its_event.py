import threading
import time


class Worker(threading.Thread):
    def __init__(self):
        super().__init__(name="worker")
        self._stop_event = threading.Event()
        self.rounds = 0

    def run(self):
        while not self._stop_event.wait(0.1):
            self.rounds += 1

    def stop(self):
        self._stop_event.set()


worker = Worker()
worker.start()
time.sleep(0.35)
worker.stop()
worker.join()
print(worker.rounds, worker.is_alive(), round(time.monotonic(), 2))
