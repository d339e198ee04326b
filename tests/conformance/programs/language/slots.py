class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


class Named(Vector):
    __slots__ = ("name",)


class Open(Vector):
    pass


v = Vector(1, 2)
print(v + Vector(10, 20), v == Vector(1, 2), v == "text", v != Vector(0, 0), hash(v) == hash(Vector(1, 2)))
try:
    v.z = 3
except AttributeError as error:
    print(error)
try:
    v.__dict__
except AttributeError as error:
    print(error)
n = Named(3, 4)
try:
    print(n.name)
except AttributeError as error:
    print(error)
n.name = "three-four"
print(n.name, n, Named.__slots__, Vector.__slots__)
del n.x
try:
    n.x
except AttributeError as error:
    print(error)
o = Open(5, 6)
o.extra = "allowed"
print(vars(o), o.x, hasattr(v, "extra"), hasattr(o, "x"))
print(len({Vector(1, 1), Vector(1, 1), Vector(2, 1)}))
