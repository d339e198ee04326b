"""3.12: __type_params__ of functions, classes and aliases, and what may be put there."""
import functools
import sys


def plain(x):
    return x


class Plain:
    pass


print(hasattr(plain, "__type_params__"), hasattr(Plain, "__type_params__"), hasattr(int, "__type_params__"))
if sys.version_info >= (3, 12):
    space = {}
    exec("""
def first[T](items: list[T]) -> T:
    return items[0]

class Box[K, *Rest, **P]:
    def get[V](self, value: V) -> V:
        return value

type Pair[A] = tuple[A, A]
""", space)
    first, Box, Pair = space["first"], space["Box"], space["Pair"]
    print(plain.__type_params__, Plain.__type_params__, int.__type_params__)
    print(first.__type_params__, Box.__type_params__, Box.get.__type_params__, Box().get.__type_params__,
          Pair.__type_params__)

    @functools.wraps(first)
    def wrapped(*args):
        return first(*args)

    print(wrapped.__type_params__, wrapped([3]))
    first.__type_params__ = ()
    print(first.__type_params__)
    for wrong in 3, None, []:
        try:
            first.__type_params__ = wrong
        except TypeError as e:
            print(e)
    Box.__type_params__ = (1,)
    print(Box.__type_params__)
    try:
        int.__type_params__ = ()
    except TypeError as e:
        print(e)
