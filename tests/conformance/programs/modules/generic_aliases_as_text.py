from typing import TypeVar, Generic
T = TypeVar("T")
class R(type):
    def __repr__(cls): return "R!"
class Q(metaclass=R): pass
class Node(Generic[T]): pass
print(list[T], [list[T]], f"{dict[str, T]!r} {list[Node[int]]}", list[Q], list[()], list[int] | None, int | Q, str(list[T]), list[list[T]], {list[T]: 1})
print(tuple[int, ...], type[Q], list[None], dict[str, "x"])
class Bad:
    def __repr__(self): 1 / 0
try: print(list[Bad()])
except ZeroDivisionError as e: print("bad", e)
