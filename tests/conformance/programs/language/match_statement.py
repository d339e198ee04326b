from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Circle:
    centre: Point
    radius: float


class Pair:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left, self.right = left, right


LIMIT = 100


class Colour:
    RED = "red"


def describe(value):
    match value:
        case None | True | False:
            return f"constant {value}"
        case 0:
            return "zero"
        case -1 | 1:
            return "unit"
        case Colour.RED:
            return "the colour red"
        case int() as n if n > LIMIT:
            return f"big {n}"
        case int(n) | float(n):
            return f"number {n}"
        case "":
            return "empty text"
        case str() as text if text.isupper():
            return f"shouting {text}"
        case "go" | "move" as verb:
            return f"verb {verb}"
        case str():
            return "text"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Circle(Point(x=cx), radius=r):
            return f"circle around x={cx} r={r}"
        case Pair(1, right):
            return f"pair one and {right}"
        case []:
            return "empty list"
        case [single]:
            return f"one item {single!r}"
        case ["move", direction, *steps]:
            return f"move {direction} {steps}"
        case [1, [2, [inner, *_]], {"k": v}]:
            return f"deep {inner} {v}"
        case (first, *_, last):
            return f"from {first} to {last}"
        case {"type": "error", "code": 404 | 500 as code, **rest}:
            return f"error {code} {rest}"
        case {"type": kind}:
            return f"typed {kind}"
        case {}:
            return "a mapping"
        case _:
            return f"something else: {type(value).__name__}"


for value in [None, True, 0, -1, "red", 500, 7, 2.5, "", "LOUD", "go", "hello", Point(0, 0), Point(3, 3),
              Point(1, 2), Circle(Point(5, 6), 1.5), Pair(1, "b"), Pair(2, "b"), [], ["only"],
              ["move", "north", 1, 2], [1, [2, [3, 4]], {"k": "v"}], (1, 2, 3), range(5), {1, 2},
              {"type": "error", "code": 404, "at": "/x"}, {"type": "ok"}, {"a": 1}, b"bytes", "ab", object]:
    print(describe(value))
