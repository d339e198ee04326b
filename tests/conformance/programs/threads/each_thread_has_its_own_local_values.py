import threading
import time

local = threading.local()
local.value = "main"


class Counted(threading.local):
    shared = []

    def __init__(self, start):
        self.count = start
        self.shared.append(threading.current_thread().name)


counted = Counted(10)


def work(n):
    print(n, hasattr(local, "value"), counted.count)
    local.value = n
    counted.count += n
    time.sleep(0.1)
    print(n, local.value, counted.count, local.__dict__)
    del local.value
    try:
        local.value
    except AttributeError as error:
        print(type(error).__name__)


threads = [threading.Thread(target=work, args=(n,), name=f"worker-{n}") for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(local.value, counted.count, Counted.shared)
