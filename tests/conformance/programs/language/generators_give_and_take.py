import asyncio


def numbers(n):
    print("begin", n)
    try:
        for i in range(n):
            received = yield i
            if received:
                print("received", received)
    except ValueError as error:
        print("caught", error)
        yield "recovered"
    finally:
        print("end", n)
    return n * 100


def outer():
    first = yield from numbers(2)
    print("first", first)
    second = yield from numbers(1)
    return first + second


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return count, average
        total += value
        count += 1
        average = total / count


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    async def walk(self, depth=0):
        yield depth, self.value
        for child in self.children:
            async for pair in child.walk(depth + 1):
                yield pair


def trampoline(gen):
    stack, value = [gen], None
    while stack:
        try:
            result = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        else:
            if hasattr(result, "send"):
                stack.append(result)
                value = None
            else:
                value = result
    return value


def fact(n):
    return 1 if n < 2 else n * (yield fact(n - 1))


async def main():
    g = outer()
    print(next(g), g.send("hello"), next(g))
    try:
        next(g)
    except StopIteration as stop:
        print("value", stop.value)
    g = numbers(5)
    next(g)
    print(g.throw(ValueError("injected")))
    print(list(g), next(g, "nothing"))
    g = numbers(3)
    next(g)
    g.close()
    g.close()
    try:
        g.throw(KeyError)
    except KeyError as error:
        print("thrown into closed", repr(error))
    try:
        numbers(1).send(5)
    except TypeError as error:
        print(error)
    a = averager()
    next(a)
    print([a.send(v) for v in (10, 20, 60)])
    try:
        a.send(None)
    except StopIteration as stop:
        print(stop.value, stop.args)
    print(list(flatten([1, [2, (3, [4])], 5])), trampoline(fact(50)))
    tree = Tree(1, Tree(2, Tree(3)), Tree(4))
    print(list(tree), [p async for p in tree.walk()], sum(tree), max(tree), 3 in tree, sorted(tree, reverse=True))
    first, *middle, last = tree
    print(first, middle, last, [*tree, *"ab"], {**{"a": 1}, "b": 2}, (lambda *a, **k: (a, k))(*tree, **{"x": 1}))
    lazy = (print("evaluating", x) or x for x in range(3))
    print(any(lazy), list(lazy))
    print([x for x in range(10) if x % 2 if x % 3], [(x, y) for x in "ab" for y in range(2)], {x: x ** 2 for x in range(3)}, {len(w) for w in ("a", "bb", "cc")})
    zipped = list(zip(range(3), "abc", strict=True))
    print(zipped, list(zip(*zipped)), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "x"])), list(enumerate("ab", start=5)), list(reversed(range(3))))
    try:
        list(zip([1], [1, 2], strict=True))
    except ValueError as error:
        print(error)
    def stops():
        raise StopIteration
        yield
    try:
        next(stops())
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    it = iter([1, 2])
    print(next(it), it.__length_hint__(), list(it), next(it, None), iter(it) is it)
    counter = iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)
    print(list(counter), min([], default="none"), max("a", "B", key=str.lower), sum([[1], [2]], []), sorted([3, 1, 2], key=lambda x: -x))


asyncio.run(main())
