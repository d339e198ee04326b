from math import sqrt


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) != 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __mul__(self, k):
        return Matrix([[k * x for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        while n:
            if n & 1:
                result @= self
            self @= self
            n >>= 1
        return result

    def __getitem__(self, at):
        i, j = at
        return self.rows[i][j]

    def __setitem__(self, at, value):
        i, j = at
        self.rows[i][j] = value

    def __str__(self):
        width = max(len(f"{x:g}") for row in self.rows for x in row)
        return "\n".join(" ".join(f"{x:>{width}g}" for x in row) for row in self.rows)


m = Matrix([[1, 2], [3, 4]])
print(m, m.shape, m.T, sep="\n")
print(m @ m.T, 2 * m, sep="\n--\n")
fib = Matrix([[1, 1], [1, 0]]) ** 90
print(fib[0, 1], (Matrix([[1, 1], [1, 0]]) ** 300)[0, 1])
m[0, 0] = -2.5
print(m, sqrt(2), m[0, 0], sep=" | ")
for wrong in (lambda: Matrix([[1], [1, 2]]), lambda: m @ Matrix([[1, 2]]), lambda: m * "x", lambda: m[5, 0], lambda: m[0], lambda: m @ 3):
    try:
        print(wrong())
    except (ValueError, IndexError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
