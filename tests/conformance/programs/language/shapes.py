from abc import ABC, abstractmethod
from math import pi


class Shape(ABC):
    count = 0

    def __init__(self):
        type(self).count += 1
        Shape.total = getattr(Shape, "total", 0) + 1

    @property
    @abstractmethod
    def area(self):
        """The area."""

    @abstractmethod
    def scale(self, factor):
        ...

    def __lt__(self, other):
        return self.area < other.area

    def __str__(self):
        return f"{self.__class__.__name__} of area {self.area:.2f}"


class Circle(Shape):
    def __init__(self, radius):
        super().__init__()
        self.radius = radius

    @property
    def area(self):
        return pi * self.radius ** 2

    def scale(self, factor):
        return Circle(self.radius * factor)


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__()
        self.width, self.height = width, height

    @property
    def area(self):
        return self.width * self.height

    def scale(self, factor):
        return type(self)(self.width * factor, self.height * factor)


class Square(Rectangle):
    def __init__(self, side, _=None):
        super().__init__(side, side)


class Half(Shape):
    @property
    def area(self):
        return 0.5


shapes = [Circle(1), Rectangle(2, 3.5), Square(1.5)]
for shape in sorted(shapes):
    print(shape, "|", shape.scale(2))
print(Circle.count, Rectangle.count, Square.count, Shape.count, Shape.total)
print(max(shapes), isinstance(shapes[2], Rectangle), Square.__mro__[1].__name__)
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
print(sorted(Shape.__abstractmethods__), Shape.area.__doc__)
