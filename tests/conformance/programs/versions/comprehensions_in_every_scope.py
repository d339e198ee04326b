"""Comprehensions in functions, lambdas, classes and modules: whose names they see, what they leave behind."""
import traceback

x = "module"
squares = [n * n for n in range(4) if n != 2]
print(squares, "n" in globals())


def shadows(x):
    kept = [x for x in range(3)]
    return kept, x


def unset():
    [later for later in range(2)]
    try:
        return later
    except NameError as error:
        return type(error).__name__, str(error).split(",")[0]


def captured():
    getters = [lambda: i for i in range(3)]
    i = "own"
    return [get() for get in getters], i


def captured_by_both():
    i = 10
    inner = [lambda: i for i in range(2)]
    return [each() for each in inner], (lambda: i)()


def assigned():
    total = 0
    sums = [total := total + each for each in (1, 2, 3)]
    return sums, total


def assigned_further_in():
    found = [[last := (a, b) for b in "xy"] for a in "pq"]
    return found, last


def nested(rows):
    return [[cell * factor for cell in row] for factor, row in enumerate(rows, 1)]


def with_generator(words):
    return {word: sum(len(other) for other in words if other != word) for word in words}


def several(pairs):
    return {key: value for key, values in pairs for value in values if value} | {
        key.upper(): len(values) for key, values in pairs}


def over_itself(x):
    return [x for x in x if x]


def declared_global():
    global x
    kept = [x for x in "ab"]
    return kept, x


def counted():
    count = 0

    def more():
        nonlocal count
        count += 1
        return [count for _ in range(count)]
    return more(), more(), count


print(shadows("argument"), unset(), captured(), captured_by_both())
print(assigned(), assigned_further_in())
print(nested([[1, 2], [3]]), with_generator(["a", "bc", "def"]))
print(several([("one", [1, 0]), ("two", [2])]), over_itself([0, 1, 2]), declared_global(), counted())
print((lambda items: [(item, index) for index, item in enumerate(items)])("ab"))


class Table:
    width = 3
    columns = [column for column in range(width)]
    names = {f"c{column}": column for column in columns}
    getters = [lambda self: column for column in columns]
    try:
        cells = [width for _ in columns]
    except NameError as error:
        cells = str(error)
    x = "class"
    seen = [x for _ in range(2)]

    def method(self):
        try:
            above = [super().__class__.__name__ for _ in range(1)]
        except TypeError as error:  # in a function of its own, which has no self
            above = type(error).__name__
        return above, [__class__.__name__ for _ in range(1)]


print(Table.columns, Table.names, Table.cells, Table.seen, "column" in vars(Table))
print([getter(None) for getter in Table.getters], Table().method())


def fails(values):
    return [1 // value
            for value in values
            if value != 5]


def fails_within(values):
    value = "kept"
    try:
        [1 // value for value in values]
    except ZeroDivisionError as error:
        return value, [entry.name for entry in traceback.extract_tb(error.__traceback__)]
    finally:
        print("finally", value)


for function in (fails, fails_within):
    try:
        print(function([5, 1, 0]))
    except ZeroDivisionError as error:
        entries = traceback.extract_tb(error.__traceback__)
        print([(entry.name, entry.lineno) for entry in entries])


def names_of(function):
    return function.__qualname__


print(names_of([lambda: 0 for _ in "a"][0]), names_of((lambda: [lambda: 0 for _ in "a"][0])()))


def local_names():
    one = 1
    return [sorted(locals()) for two in range(one)]


print([name for name in local_names()[0] if not name.startswith(".")])
