#!/usr/bin/env python3
"""Do the operations of set_order_test.cpp in CPython and write the order of every set they leave.

    python3 set_order.py > set_order.txt
"""
state = 2024


def number(below):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % below


def element():
    kind, value = number(8), number(200)
    if kind < 5:
        return value - 40
    if kind == 5:
        return value * 4294967296 - 1
    if kind == 6:
        return value / 8
    return (value % 7, value // 7)


sets = [set() for _ in range(4)]
for _ in range(300):
    kind, target, left, right = number(10), number(4), number(4), number(4)
    if kind < 3:
        for _ in range(number(12)):
            sets[target].add(element())
    elif kind == 3:
        for _ in range(number(8)):
            sets[target].discard(element())
    elif kind == 4:
        for _ in range(min(number(5), len(sets[target]))):
            sets[target].pop()
    elif kind == 5:
        sets[target] = sets[left] | sets[right]
    elif kind == 6:
        sets[target] = sets[left] & sets[right]
    elif kind == 7:
        sets[target] = sets[left] - sets[right]
    elif kind == 8:
        sets[target] ^= sets[right]
    else:
        sets[target] = set(range(left * 5, number(60)))
    frozen = frozenset(sets[target])
    print(hash(frozen), repr(list(frozen)), repr(list(sets[target])))
