import asyncio
from itertools import groupby


class Order:
    def __init__(self, customer, amount):
        self.customer = customer
        self.amount = amount

    def __repr__(self):
        return f"{self.customer}:{self.amount}"


async def orders():
    for customer, amount in [("ann", 3), ("ann", 5), ("bob", 2), ("ann", 1), ("cy", 4), ("cy", 4)]:
        await asyncio.sleep(0.1)
        yield Order(customer, amount)


def customer_of(order):
    print("key of", order)
    return order.customer


async def main():
    received = [order async for order in orders()]
    for customer, group in groupby(received, key=customer_of):
        print(customer, *group)
    totals = {}
    for customer, group in groupby(sorted(received, key=lambda order: order.customer), lambda order: order.customer):
        totals[customer] = sum(order.amount for order in group)
    print(totals)
    skipped = [customer for customer, group in groupby(received, customer_of) if customer != "bob" or next(group)]
    print(skipped)
    print([(number, len(list(group))) for number, group in groupby([1, 1, 2, 1, 1, 1])])
    print(list(vars(Order)))


asyncio.run(main())
