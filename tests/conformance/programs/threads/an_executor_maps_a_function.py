import time
from concurrent.futures import ThreadPoolExecutor


def square(n):
    time.sleep(0.1 * (4 - n))
    print("square", n, "at", round(time.monotonic(), 3))
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    print("mapped")
    for result in pool.map(square, range(4)):
        print("result", result, "at", round(time.monotonic(), 3))
print("closed at", round(time.monotonic(), 3))

with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 1])))
    try:
        list(pool.map(lambda d: 1 / d, [1, 0, 2]))
    except ZeroDivisionError as error:
        print(type(error).__name__, error)
    try:
        list(pool.map(time.sleep, [0.5, 5], timeout=1))
    except TimeoutError:
        print("too late at", round(time.monotonic(), 3))
print("closed at", round(time.monotonic(), 3))
