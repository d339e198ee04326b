import sys
import threading
import time


def numbers():
    for n in range(3):
        time.sleep(0.1)
        yield n


def work(name):
    try:
        raise KeyError(name)
    except KeyError:
        time.sleep(0.05)
        print(name, sys.exc_info()[1], [n for n in numbers()])
        try:
            raise ValueError(name)
        except ValueError as error:
            time.sleep(0.05)
            print(name, repr(error.__context__))
    print(name, sys.exc_info()[1])


shared = numbers()


def take(name):
    try:
        print(name, next(shared))
    except ValueError as error:
        print(name, error)


threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
threads += [threading.Thread(target=take, args=(name,)) for name in "cd"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sys.exc_info(), next(shared))
