a = b = c
a, b = b, a
a, b, c = c, b, a
first, *middle, last = values
[x, (y, z)] = deep
obj.attr = obj[key] = 1
obj.attr += 1
obj[key] -= 2
name **= 3
obj[1:2], obj[::3] = pair
typed: int = 1
declared: str
obj.field: int = 2
(parenthesized): int = 3
del a, obj.attr, obj[key]
print(walrus := 5, walrus)


def swap(a, b, c):
    a, b = b, a
    a, b, c = c, a, b
    a, a = b, c
    global g
    g = a
    del g, b
