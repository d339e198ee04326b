def averager():
    total, count, average = 0.0, 0, None
    while True:
        try:
            value = yield average
        except ZeroDivisionError:
            print("reset")
            total, count, average = 0.0, 0, None
            continue
        if value is None:
            return count, average
        total += value
        count += 1
        average = total / count


def grouper(results, key):
    while True:
        results[key] = yield from averager()
        print("group", key, "done")
        return key


def pipeline(source):
    numbers = (int(line) for line in source)
    odd = (n for n in numbers if n % 2)
    squares = (n * n for n in odd)
    yield from squares


def delegating():
    try:
        yield from inner()
    except ValueError as error:
        print("outer saw", error)
        yield "recovered"
    return "end"


def inner():
    try:
        yield "inner 1"
        yield "inner 2"
    except KeyError:
        print("inner handled KeyError")
        yield "after KeyError"
    finally:
        print("inner finally")


a = averager()
print(next(a), a.send(10), a.send(20), a.throw(ZeroDivisionError), a.send(5))
results = {}
g = grouper(results, "heights")
next(g)
for height in (1.5, 1.7, 1.6):
    g.send(height)
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value, results)
print(list(pipeline("1 2 3 4 5".split())))
d = delegating()
print(next(d), d.throw(KeyError("x")), next(d, "finished"))
d = delegating()
next(d)
print(d.throw(ValueError("oops")))
try:
    next(d)
except StopIteration as stop:
    print("value", stop.value)
d = delegating()
next(d)
d.close()
d.close()
print(d.gi_frame, d.gi_running, next(d, "closed"))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("refusing")


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def leaks():
    yield 1
    raise StopIteration("leak")


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))
g = averager()
try:
    g.send(5)
except TypeError as error:
    print(error)


def running():
    yield next(me)


me = running()
try:
    next(me)
except ValueError as error:
    print(error)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 10)), averager.__name__, type(g).__name__, g.__name__, g.__qualname__)
print((lambda: (yield))().send(None))
s = None
