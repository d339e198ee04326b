a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a.union([9]), a.intersection(b, [3]), a.difference([1]), a.symmetric_difference(b))
print({1, 2} <= a, a >= {1}, {1, 2} < {1, 2}, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint({9}), 3 in a, 9 not in a)
s = set()
s.add(1)
s.add(1)
s.update([2, 3], (4,))
s.discard(9)
s.remove(1)
print(s, len(s), bool(set()), set(), frozenset([1, 2]), frozenset(), sorted(set("hello")), s.pop() in {2, 3, 4}, len(s))
s |= {10}
s &= {3, 4, 10}
s -= {4}
s ^= {3, 7}
print(s, s == {7, 10}, {1, 2} == frozenset({2, 1}), {frozenset({1})}, type(frozenset() | {1}).__name__, type({1} | frozenset()).__name__)
unique = []
seen = set()
for n in [3, 1, 3, 2, 1]:
    if n not in seen:
        seen.add(n)
        unique.append(n)
print(unique, {n % 3 for n in range(10)}, {*[1, 2], *(2, 3)}, set(range(5)) - {0}, max({4, 9, 2}), sum({1, 2, 3}))
for bad in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[1]}, lambda: {1} + {2}, lambda: {1} | [2], lambda: {1}[0], lambda: set(5), lambda: frozenset([1]).add(2),
            lambda: {1} < [1]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
primes = set(range(2, 30))
for n in range(2, 6):
    primes -= set(range(n * n, 30, n))
print(sorted(primes), s.copy() is s, frozenset({1}).copy() == {1}, hash(frozenset({1, 2})) == hash(frozenset({2, 1})))
graph = {1: {2, 3}, 2: {4}, 3: {4}, 4: set()}
def reach(node, seen=None):
    seen = seen if seen is not None else set()
    if node not in seen:
        seen.add(node)
        for other in sorted(graph[node]):
            reach(other, seen)
    return seen
print(reach(1), reach(3), {True, 1, 1.0}, {0, False}, {None}, {"x"}, {(1, 2)})
