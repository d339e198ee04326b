class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self._data = {}

    def __getitem__(self, key):
        value = self._data.pop(key)
        self._data[key] = value
        return value

    def __setitem__(self, key, value):
        self._data.pop(key, None)
        self._data[key] = value
        while len(self._data) > self.capacity:
            oldest = next(iter(self._data))
            print("evicting", oldest)
            del self._data[oldest]

    def __delitem__(self, key):
        del self._data[key]

    def __contains__(self, key):
        return key in self._data

    def __str__(self):
        return " ".join(f"{k}={v}" for k, v in self._data.items()) or "(empty)"


class Stack(list):
    push = list.append

    @property
    def top(self):
        return self[-1]

    def pop(self, *args):
        if not self:
            raise IndexError("stack is empty")
        return super().pop(*args)


def evaluate(expression):
    operations = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
    }
    stack = Stack()
    for token in expression.split():
        if token in operations:
            b, a = stack.pop(), stack.pop()
            stack.push(operations[token](a, b))
        else:
            stack.push(float(token) if "." in token else int(token))
    if len(stack) != 1:
        raise ValueError(f"{len(stack)} values left: {stack}")
    return stack.top


cache = LRUCache(2)
print(cache)
cache["a"] = 1
cache["b"] = 2
cache["a"]
cache["c"] = 3
print(cache, "b" in cache, "a" in cache)
del cache["a"]
print(cache)
for expression in ("3 4 +", "2 3 4 * +", "1.5 2 *", "1 +", "1 2", "4 0 /", "7 2 /", "5 x"):
    try:
        print(f"{expression!r:>12} = {evaluate(expression)}")
    except (IndexError, ValueError) as error:
        print(f"{expression!r:>12} : {error}")
    except ArithmeticError as error:
        print(f"{expression!r:>12} ! {type(error).__name__} {error}")
cache["gone"]
