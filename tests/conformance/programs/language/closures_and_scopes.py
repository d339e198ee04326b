counter = 0


def make_account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(("+", amount))
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            raise ValueError("insufficient funds")
        balance -= amount
        history.append(("-", amount))
        return balance

    def report():
        return balance, list(history)

    return deposit, withdraw, report


def bump():
    global counter, created
    counter += 1
    created = "by bump"


def late_binding():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


def shadow():
    len = lambda x: "shadowed"
    return len([1])


class Scope:
    counter = 10
    doubled = [counter for _ in range(1)]
    copy = counter * 2

    def read(self):
        return counter


deposit, withdraw, report = make_account(100)
deposit(50)
withdraw(30)
try:
    withdraw(1000)
except ValueError as error:
    print(error)
print(report(), deposit.__closure__[0].cell_contents, deposit.__code__.co_freevars)
bump()
bump()
print(counter, created, Scope.copy, Scope.doubled, Scope().read())
late, early = late_binding()
print([f() for f in late], [f() for f in early], shadow())


def unbound():
    print(counter)
    counter = 5


def before():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    return inner()


try:
    unbound()
except UnboundLocalError as error:
    print(error)
print(before())
x = "global"
def outer():
    x = "outer"
    class C:
        y = x
        x = "class"
        def get(self):
            return x
    return C.y, C.x, C().get()
print(outer())
def deleted():
    value = 1
    del value
    return value
try:
    deleted()
except UnboundLocalError as error:
    print(error)
try:
    undefined_name
except NameError as error:
    print(error, error.name)
print([y for x in range(3) for y in range(x)], x, {n: (lambda m=n: m * 2)() for n in (1, 2)})
