# The same line of code reads and writes an attribute, while what the class says of it changes.


class Point:
    x = 0

    def __init__(self, x):
        self.x = x


def read(point):
    return point.x


def write(point, value):
    point.x = value


points = [Point(1), Point(2)]
for point in points:
    print(read(point), write(point, 5), read(point), point.__dict__)

# A class variable of the same name, then a property, then none.
Point.x = "variable"
print(read(points[0]), write(points[0], 6), points[0].__dict__)
Point.x = property(lambda self: "property", lambda self, value: print("set to", value))
print(read(points[0]), write(points[0], 7), points[0].__dict__)
del Point.x
print(read(points[0]), write(points[0], 8), points[0].__dict__)


class Descriptor:
    def __get__(self, object, owner):
        return "got"


Point.x = Descriptor()
print(read(points[1]), write(points[1], 9), points[1].__dict__)
Descriptor.__set__ = lambda self, object, value: print("descriptor set to", value)
print(read(points[1]), write(points[1], 10), points[1].__dict__)
del Point.x


# Its own ways to read and to write, in a class derived and in the class itself.
class Frozen(Point):
    def __init__(self, x):
        object.__setattr__(self, "x", x)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name} to {value}")


frozen = Frozen(3)
for _ in range(3):
    print(read(frozen))
    try:
        write(frozen, 4)
    except AttributeError as error:
        print(error)
Point.__setattr__ = lambda self, name, value: print("refused", name, value)
write(points[0], 11)
del Point.__setattr__
write(points[0], 12)
print(points[0].__dict__)
Point.__getattribute__ = lambda self, name: "always " + name
print(read(points[0]), read(frozen))
del Point.__getattribute__
print(read(points[0]), read(frozen))

# Instances with their attributes in another order, and some that have lost one.
other = Point.__new__(Point)
write(other, 1)
other.y = 2
del other.x
for _ in range(2):
    try:
        print(read(other))
    except AttributeError as error:
        print(error)
    write(other, 3)
    print(other.__dict__)
    del other.x
