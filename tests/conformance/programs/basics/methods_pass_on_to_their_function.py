"""What a bound method has not itself, it has from its function."""


class Shop:
    def price(self, item: str, *, count: int = 1) -> float:
        "What it costs."

    price.unit = "EUR"


m = Shop().price
for name in ("__annotations__", "__name__", "__qualname__", "__module__", "__doc__", "__defaults__", "__kwdefaults__",
             "__closure__", "unit"):
    print(name, getattr(m, name))
print(m.__code__.co_name, m.__func__ is Shop.price, m.__globals__ is globals())
for name in "tax", "unit":
    try:
        setattr(m, name, 1)
    except AttributeError as e:
        print(type(e).__name__, e)
try:
    m.tax
except AttributeError as e:
    print(type(e).__name__, e)
