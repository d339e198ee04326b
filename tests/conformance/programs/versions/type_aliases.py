type Point = tuple[float, float]
type Pair[T] = tuple[T, T]
type Tree = dict[str, Tree | int]


def move[T: (int, float), *Rest](point: T, *rest: *Rest) -> T:
    return point


class Sized[T: int](list):
    pass


print(Point, Point.__value__, Pair.__type_params__, Pair.__value__)
print(Tree.__name__, type(Point).__name__)
T, Rest = move.__type_params__
print(T, T.__constraints__, T.__bound__, Rest, move(3))
print(Sized.__type_params__[0].__bound__, Sized([1]))
type = 3
print(type)
