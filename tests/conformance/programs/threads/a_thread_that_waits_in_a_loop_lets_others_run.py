import threading
import time

done = False
flag = []


def set_later():
    global done
    total = 0
    for n in range(50):
        total += n
    done = True
    flag.append(total)


def spin():
    rounds = 0
    while not done:
        rounds += 1
    print("spun until it was done", rounds > 0)


threads = [threading.Thread(target=spin), threading.Thread(target=set_later)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(done, flag)


def sleeper():
    time.sleep(0.5)
    flag.append("slept")


thread = threading.Thread(target=sleeper)
thread.start()
while thread.is_alive():
    time.sleep(0.2)
    print("alive?", thread.is_alive(), round(time.monotonic(), 2))
print(flag)
