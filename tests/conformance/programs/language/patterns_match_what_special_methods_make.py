import asyncio


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __getitem__(self, key):
        match key:
            case (int(r), int(c)):
                return self.rows[r][c]
            case (slice() as r, int(c)):
                return [row[c] for row in self.rows[r]]
            case int(r) | slice() as r:
                return self.rows[r]
            case _:
                raise TypeError(f"bad key {key!r}")

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __imul__(self, n):
        self.rows = [[n * v for v in row] for row in self.rows]
        return self

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return f"Matrix({self.rows})"

    def __iter__(self):
        yield from self.rows

    def __contains__(self, v):
        return any(v in row for row in self)

    def __bool__(self):
        return any(map(any, self.rows))

    def __len__(self):
        return len(self.rows)

    def __format__(self, spec):
        return "\n".join(" ".join(format(v, spec) for v in row) for row in self)

    def __neg__(self):
        return Matrix([[-v for v in row] for row in self])

    def __call__(self, f):
        return Matrix([map(f, row) for row in self])

    def __reversed__(self):
        return iter(self.rows[::-1])

    def __index__(self):
        return len(self.rows)

    __hash__ = None


def classify(value):
    match value:
        case None | True | False:
            return "singleton"
        case 0 | 0.0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case str() as s if s.isdigit():
            return f"digits {s}"
        case "yes" | "no" as answer:
            return f"answer {answer}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, *_, y] if x == y:
            return f"ring {x}"
        case [[a, b], *rest]:
            return f"pair {a} {b} +{len(rest)}"
        case {"kind": "point", "x": x, "y": y, **rest}:
            return f"point {x},{y} {rest}"
        case {"nested": {"list": [first, *_]}}:
            return f"nested {first}"
        case {}:
            return f"mapping {len(value)}"
        case (1, 2, 3) | {1, 2}:
            return "tuple"
        case float() | complex():
            return "float"
        case Matrix(rows=[[only]]):
            return f"tiny {only}"
        case object(__class__=c):
            return c.__name__


async def worker(queue, results):
    while True:
        match await queue.get():
            case ("stop",):
                return
            case ("add", *numbers) if all(isinstance(n, int) for n in numbers):
                results.append(sum(numbers))
            case ("sleep", int() | float() as s):
                await asyncio.sleep(s)
            case {"op": op, "args": [*args]}:
                results.append((op, args))
            case [op, *_] as whole:
                results.append(f"unknown {op} in {whole}")


async def main():
    m = Matrix([(1, 2), (3, 4)])
    print(m @ m, m[0, 1], m[:, 1], m[1], m[-1:], 3 in m, 9 in m, bool(Matrix([[0]])), len(m), list(m), -m)
    n = m
    n *= 2
    print(n is m, f"{m:>4}", m(str), list(reversed(m)), [10, 20, 30][m], m == Matrix([[2, 4], [6, 8]]), sep="\n")
    for bad in (lambda: m["x"], lambda: hash(m), lambda: m @ 5, lambda: m < m, lambda: m + 1, lambda: +m, lambda: m[5, 5]):
        try:
            bad()
        except (TypeError, AttributeError, IndexError) as error:
            print(type(error).__name__, error)
    for value in (None, 0, 0.0, -5, "42", "yes", "x", [], [1], [1, 2, 1], [[1, 2], 3], {"kind": "point", "x": 1, "y": 2, "z": 3}, {"nested": {"list": (7, 8)}}, {}, {"a": 1}, 1.5, Matrix([[5]]), (1, 2, 3), b"bytes", {1}, 7):
        print(repr(value), "->", classify(value))
    queue, results = asyncio.Queue(), []
    for item in (("add", 1, 2), ("sleep", 0.5), ("add", "x"), {"op": "mul", "args": (2, 3)}, ["odd"], ("stop",)):
        queue.put_nowait(item)
    await worker(queue, results)
    print(results)


asyncio.run(main())
