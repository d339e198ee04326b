class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Moody:
    def __hash__(self):
        raise TypeError("not today")


def attempt(what, action):
    try:
        print(what, "->", action())
    except TypeError as error:
        print(what, "!!", error)


seen, ages = {1, 2}, {"Ada": 36}
attempt("list as key", lambda: {[1, 2]: "list"})
attempt("look up", lambda: ages[["Ada"]])
attempt("get", lambda: ages.get({"Ada"}))
attempt("setdefault", lambda: ages.setdefault({}, 1))
attempt("pop", lambda: ages.pop([], None))
attempt("in dict", lambda: [] in ages)
attempt("in set", lambda: [] in seen)
attempt("set in set", lambda: {1} in seen)
attempt("add", lambda: seen.add([3]))
attempt("remove", lambda: seen.remove({}))
attempt("set of lists", lambda: set([[1], [2]]))
attempt("set comprehension", lambda: {row for row in [[1], [2]]})
attempt("dict comprehension", lambda: {row: 1 for row in [[1], [2]]})
attempt("tuple with a list", lambda: {(1, [2]): 3})
attempt("object with ==", lambda: {Point(1, 2)})
attempt("object with ==", lambda: {Point(1, 2): 1})
attempt("own __hash__", lambda: {Moody(): 1})
attempt("own __hash__", lambda: {Moody()})
attempt("union", lambda: seen | {tuple([1])} | set([[1]]))
attempt("update", lambda: seen.update([[1]]))
attempt("difference", lambda: seen.difference([[1]]))
attempt("intersection", lambda: seen.intersection([[1]]))
attempt("fromkeys", lambda: dict.fromkeys([[1]]))
attempt("pairs", lambda: dict([([1], 2)]))
attempt("no pairs", lambda: dict([1, 2]))
attempt("hash", lambda: hash([]))
attempt("slice", lambda: len({slice(1, 2): 1}))
