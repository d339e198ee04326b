def count(start, stop=None):
    n = start
    while stop is None or n < stop:
        got = yield n
        if got is not None:
            print("got", got)
            n = got
        else:
            n += 1
    return "counted"


def both(first, second):
    a = yield from first
    b = yield from second
    return (a, b)


def cleaned():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print("thrown in:", error)
        yield 3
    finally:
        print("generator ends")


for n in count(1, 4):
    print(n)

g = count(10)
print(next(g), g.send(20), next(g))
g.close()

pair = both(count(0, 2), [7, 8])
while True:
    try:
        print(next(pair))
    except StopIteration as stop:
        print(stop.value)
        break

c = cleaned()
print(next(c))
print(c.throw(ValueError("oops")))
try:
    next(c)
except StopIteration:
    print("stopped")

half = cleaned()
next(half)
half = None
print("end")
