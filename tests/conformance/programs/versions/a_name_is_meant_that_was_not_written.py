# What a misspelt name was meant to be: of a variable, an attribute, a module, an instance's attribute.
import asyncio
import collections
import traceback


class Account:
    def __init__(self, owner, balance):
        self.owner, self.balance = owner, balance

    def withdraw(self, amount):
        if amount > balance:
            raise ValueError("too much")
        self.balance -= amount


def last_line(action):
    try:
        action()
    except Exception as error:
        line = traceback.format_exception_only(error)[-1].rstrip()
        print(line if "cannot import" not in line else line.partition(" (")[0] + line.rpartition(")")[2])


account = Account("Ada", 100)
last_line(lambda: account.widthdraw(5))
last_line(lambda: account.blance)
last_line(lambda: asyncio.slep(1))
last_line(lambda: collections.Countr("abc"))
last_line(lambda: [1, 2].push(3))
last_line(lambda: "text".toUpperCase())
last_line(lambda: {"a": 1}.put("b", 2))
last_line(lambda: (1, 2).append(3))


def from_a_module():
    from collections import namedtupel


last_line(from_a_module)
try:
    account.withdraw(5)
except NameError:
    traceback.print_exc()
print(math.pi)
