# (10) a shop day by day: dataclasses, a subclass, dicts of stock and of sales. op = one customer
import dataclasses
N = 150000
@dataclasses.dataclass
class Item:
    name: str
    price: int
    stock: int = 0
    def sell(self, count):
        if count > self.stock:
            return 0
        self.stock -= count
        return count * self.price
@dataclasses.dataclass(frozen=True)
class Order:
    customer: int
    wants: str
    count: int
class Shop:
    def __init__(self, items):
        self.items = {item.name: item for item in items}
        self.sales = {}
        self.refused = 0
    def serve(self, order):
        item = self.items[order.wants]
        paid = item.sell(order.count)
        if not paid:
            self.refused += 1
            self.restock(item)
        else:
            self.sales[item.name] = self.sales.get(item.name, 0) + paid
        return paid
    def restock(self, item):
        item.stock += 20
class Discounter(Shop):
    def serve(self, order):
        paid = super().serve(order)
        return paid - paid // 10
    def restock(self, item):
        item.stock += 50
def day(shop, names):
    earned = 0
    for customer in range(100):
        order = Order(customer, names[customer * 7 % len(names)], customer % 3 + 1)
        earned += shop.serve(order)
    return earned
def smain(n):
    names = ["tea", "milk", "bread", "apples", "rice"]
    earned = 0
    for i in range(n // 100):
        make = Discounter if i % 2 else Shop
        shop = make([Item(name, price) for price, name in enumerate(names, 2)])
        earned += day(shop, names) + sum(shop.sales.values()) + shop.refused
    return earned
def ops(n): return n // 100 * 100
def expect(n): return (n // 100 + 1) // 2 * 1426 + n // 200 * 1486
