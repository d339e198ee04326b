# Where in a call of several lines it went wrong: since 3.13 the traceback shows all of it.
import traceback


def area(width, height):
    return width * height


def report(name, *values, unit="cm"):
    return f"{name}: {', '.join(str(value) for value in values)} {unit}"


def shipping(order):
    return report(
        order["name"],
        area(
            order["width"],
            order["height"],
        ),
        order["weight"]["kg"],
        unit="kg",
    )


def total(orders):
    result = sum(order["price"] * order.get(
        "count",
        1,
    ) for order in orders)
    return result


def both(first, second, third):
    return (first
            + second
            + third)


def looked_up(table, key):
    # one line between, then several
    return table[
        key
    ].price(
        1,
        2,

        3,
        4,
        5,
    )


def attempt(action, *args):
    try:
        print(action(*args))
    except Exception:
        print(traceback.format_exc())


orders = [
    {"name": "box", "width": 3, "height": 4, "weight": {"kg": 2}, "price": 2},
    {"name": "tube", "width": 3, "height": None, "weight": {"lb": 5}, "price": "five"},
]
attempt(shipping, orders[0])
attempt(shipping, orders[1])
attempt(lambda: shipping(dict(orders[1], height=2)))
attempt(total, orders)
attempt(both, 1, 2, "3")
attempt(looked_up, {}, "box")
attempt(looked_up, {"box": 5}, "box")
attempt(lambda: area(
    *orders,
    height=5,
))
attempt(lambda: [area(1, 2) for _ in range(3)][5] + area(
    width=1, height=2))
attempt(lambda: "größe" + str(1) + 5 + "日本語")
attempt(int, "12 apples")
x = attempt(lambda: area(1, 2).bit_length().imag.missing)
