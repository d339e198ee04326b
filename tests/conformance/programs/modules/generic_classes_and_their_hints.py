from __future__ import annotations
import typing
from typing import *
from dataclasses import dataclass, fields
import collections.abc

T = TypeVar("T"); K = TypeVar("K"); V = TypeVar("V"); P = ParamSpec("P")

class Node(Generic[T]):
    parent: Optional[Node[T]] = None
    value: T
    children: list["Node[T]"]
    def find(self, key: str, default: T | None = None) -> Iterator[Node]: ...

class Map(Node[K], Generic[K, V]): ...
class IntMap(Map[int, V]): ...
class Plain(IntMap[str]): ...

def show(thing):
    try:
        print(thing())
    except Exception as e:
        print(type(e).__name__, e)

for f in (
    lambda: Node.__parameters__,
    lambda: Map.__parameters__,
    lambda: IntMap.__parameters__,
    lambda: Plain.__parameters__,
    lambda: Node[int][str],
    lambda: Plain[int],
    lambda: Map[int],
    lambda: Map[K, str][int],
    lambda: Dict[str, T][int],
    lambda: List[T][int],
    lambda: List[int][str],
    lambda: Union[T, int][str],
    lambda: Union[T, int][int],
    lambda: Callable[[T], K][int, str],
    lambda: Callable[P, T],
    lambda: Generic[int],
    lambda: Generic[T, T],
    lambda: Generator[int, None, str],
    lambda: Tuple[int, ...],
    lambda: Tuple[()],
    lambda: List["Node"],
    lambda: Optional["Node"],
    lambda: Union["A", None, int],
    lambda: Node["Node"],
    lambda: Optional[int, str],
    lambda: Annotated[int, "x"].__metadata__,
    lambda: Annotated[int, "x"].__origin__,
    lambda: get_args(Annotated[int, "x", 2]),
    lambda: get_origin(Annotated[int, 1]) is Annotated,
    lambda: Annotated[int],
    lambda: Annotated[Annotated[int, 1], 2],
    lambda: get_args(Callable[[int, str], bool]),
    lambda: get_args(Callable[..., bool]),
    lambda: get_args(List),
    lambda: get_origin(List),
    lambda: get_origin(List[int]),
    lambda: get_origin(Union[int, str]),
    lambda: get_args(Optional[int]),
    lambda: get_origin(Generic),
    lambda: get_args(Literal["a", "b"]),
    lambda: Literal["a"],
    lambda: Literal[1, True, None],
    lambda: get_type_hints(Node),
    lambda: get_type_hints(Node.find),
    lambda: get_type_hints(Node.find)["return"],
    lambda: TypeVar("X", bound="Node").__bound__,
    lambda: TypeVar("X", int),
    lambda: ForwardRef("int"),
    lambda: ForwardRef("1 +"),
    lambda: ForwardRef("a") == ForwardRef("a"),
    lambda: Type[T][int],
    lambda: Awaitable[T],
    lambda: AsyncIterator[int],
    lambda: Coroutine[Any, Any, T][int],
    lambda: list["Node"],
    lambda: isinstance([], List),
    lambda: isinstance([], List[int]),
    lambda: issubclass(list, List),
    lambda: isinstance(3, Union[int, str]),
    lambda: isinstance(3, Any),
    lambda: isinstance(3, Node[int]),
    lambda: isinstance([], list[int]),
    lambda: isinstance(3, 4),
    lambda: issubclass(int, list[int]),
    lambda: issubclass(3, int),
    lambda: isinstance(3, (int, list[int])),
    lambda: isinstance("", (int, list[int])),
    lambda: type("G", (Generic,), {}),
    lambda: type(Node[int]()).__name__,
    lambda: Node[int]().__orig_class__,
    lambda: Map.__orig_bases__,
    lambda: IntMap.__orig_bases__,
    lambda: ClassVar[int],
    lambda: Final[int],
    lambda: Any | None,
    lambda: Any,
    lambda: NoReturn,
    lambda: T | int,
    lambda: int | T,
    lambda: Deque[int],
    lambda: DefaultDict[str, int],
    lambda: ContextManager[int],
    lambda: Iterable[T][int],
    lambda: NewType("U", int)(3),
    lambda: Unpack[Tuple[int]],
    lambda: typing.cast(int, "x"),
    lambda: List(),
    lambda: List[int](),
    lambda: Dict[str, int](a=1),
    lambda: Union(),
    lambda: Node.__class_getitem__(int),
    lambda: Concatenate[int, P],
    lambda: Type[Node],
    lambda: Callable,
    lambda: Callable[[], Awaitable[None]],
):
    show(f)
class Missing:
    x: NotThere
show(lambda: get_type_hints(Missing))
@dataclass
class D(Generic[T]):
    x: T
    y: ClassVar[int] = 3
show(lambda: ([f.name for f in fields(D)], D[int](3), get_type_hints(D)))
class Proto(Protocol[T]):
    def get(self) -> T: ...
class Impl(Proto[int]):
    def get(self): return 1
show(lambda: (Proto.__parameters__, Impl.__parameters__, Impl().get(), Proto[int]))
