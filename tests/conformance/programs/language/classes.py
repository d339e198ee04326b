class Account:
    interest = 0.02
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.opened += 1

    def deposit(self, *amounts, note=""):
        for amount in amounts:
            if amount <= 0:
                raise ValueError(f"cannot deposit {amount}")
            self.balance += amount
        if note:
            print(self.owner, "notes:", note)
        return self

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


class Savings(Account):
    interest = 0.05

    def year(self):
        self.deposit(self.balance * self.interest)


ann = Account("Ann")
ann.deposit(10, 20, note="two at once").deposit(5)
print(ann, ann.balance)
sam = Savings("Sam", balance=200)
sam.year()
print(sam, Savings.interest, Account.interest, Account.opened)
try:
    sam.deposit(1, -1)
except ValueError as error:
    print(error, sam.balance)
try:
    print(ann.missing)
except AttributeError as error:
    print(error)
try:
    Account()
except TypeError as error:
    print(error)
try:
    ann.year()
except AttributeError as error:
    print(error)
print(isinstance(sam, Account), isinstance(ann, Savings))
