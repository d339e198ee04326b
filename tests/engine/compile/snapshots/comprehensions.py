squares = [x * x for x in numbers if x if x > 1]
pairs = {(a, b) for a in first for b in second(a)}
table = {key: value for key, (value, _) in items}
lazy = (total := total + x for x in numbers)
nested = [[cell for cell in row] for row in rows]
assigned = [y for x in data for y in [f(x)]]


async def asynchronous():
    one = [x async for x in source() if await x]
    two = {await x: x for x in one}
    return (x async for x in two)
