class Typed:
    """A data descriptor that checks the type of what is stored."""

    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default

    def __set_name__(self, owner, name):
        print("naming", owner.__name__, name)
        self.name = name
        self.slot = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.slot, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(instance, self.slot, value)

    def __delete__(self, instance):
        delattr(instance, self.slot)


class Lazy:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print("computing", self.name)
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Order:
    item = Typed(str)
    quantity = Typed(int, 1)

    def __init__(self, item, price):
        self.item = item
        self.price = price

    @Lazy
    def total(self):
        "What it costs."
        return self.quantity * self.price


order = Order("tea", 3)
print(order.item, order.quantity, order.total, order.total)
order.quantity = 5
print(order.total, vars(order))
del order.total
print(order.total)
del order.quantity
print(order.quantity, Order.total.__doc__, type(Order.item).__name__)
for name, value in (("quantity", "many"), ("item", None)):
    try:
        setattr(order, name, value)
    except TypeError as error:
        print("TypeError:", error)
try:
    del order.quantity
except AttributeError as error:
    print("AttributeError:", error)
