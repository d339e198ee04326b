import threading
import time

finished = False


def sleeper():
    global finished
    time.sleep(0.01)
    print("slept", round(time.monotonic(), 3))
    finished = True


thread = threading.Thread(target=sleeper)
thread.start()
rounds = 0
while not finished:
    rounds += 1
print(rounds > 1000, thread.is_alive())
thread.join()
print(round(time.monotonic(), 3) >= 0.01)
