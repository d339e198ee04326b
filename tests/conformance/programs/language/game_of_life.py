import asyncio


class Life:
    def __init__(self, pattern):
        self.cells = {
            (x, y)
            for y, line in enumerate(pattern.strip("\n").split("\n"))
            for x, char in enumerate(line)
            if char == "#"
        }
        self.generation = 0

    def neighbours(self, x, y):
        return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]

    def __next__(self):
        counts = {}
        for cell in self.cells:
            for n in self.neighbours(*cell):
                counts[n] = counts.get(n, 0) + 1
        self.cells = {c for c, n in counts.items() if n == 3 or n == 2 and c in self.cells}
        self.generation += 1
        return self

    def __iter__(self):
        return self

    def __str__(self):
        return "\n".join("".join(".#"[(x, y) in self.cells] for x in range(5)) for y in range(5))

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0.5)
        if not self.cells or self.generation >= 2:
            raise StopAsyncIteration
        return next(self)


async def main():
    life = Life("""
.....
..#..
..#..
..#..
""")
    print(life)
    async for state in life:
        print(f"generation {state.generation}", state, sep="\n")


asyncio.run(main())
