empty = [], (), {}, set()
constants = [1, 2, 3], (1, "two", 3.0), {1, 2, 3}
short = [1, 2]
mixed = [a, *b, c], (*a, b), {a, *b}
plain = {"a": 1, "b": 2}
merged = {a: b, **c, "d": 4}
text = f"a{b}c{d!r:>{width}}{e=}"
old = "%s and %5r" % (a, b)
part = values[1:2], values[1:2, ...], values[::step]
