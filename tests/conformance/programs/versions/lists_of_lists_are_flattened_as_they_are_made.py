import asyncio

teams = {"red": ["ann", "bob"], "blue": ["cat"], "none": []}
matrix = [[1, 2], [3, 4, 5], []]

print([*row for row in matrix])
print({*members for members in teams.values()} == {"ann", "bob", "cat"})
print({**{name: n for name in members} for n, members in enumerate(teams.values())})
gen = (*row for row in matrix if row)
print(next(gen), list(gen), gen.__name__)
print([*"ab" for _ in range(2)], sum(*[[1, 2]] for _ in "x") if 0 else "")


async def pages():
    for n in range(3):
        await asyncio.sleep(0.1)
        yield [f"p{n}-{i}" for i in range(n)]


async def main():
    print([*page async for page in pages()])
    print({len(name): name for name in [*m for m in teams.values()]})
    flat = (*page async for page in pages())
    print([item async for item in flat])
    print([*(await one(x)) for x in "ab"])


async def one(x):
    await asyncio.sleep(0)
    return [x, x * 2]


asyncio.run(main())
try:
    [*x for x in [1, 2]]
except TypeError as error:
    print(error)
try:
    {**x for x in [[1, 2]]}
except TypeError as error:
    print(error)
for text in ("[*x, y for x in z]", "(*x for x in y, 1)", "[**x for x in y]", "{**x: 1 for x in y}", "f(*x for x in y)", "f(**x for x in y)"):
    try:
        compile(text, "<text>", "eval")
        print("fine", text)
    except SyntaxError as error:
        print(error.msg)
