from typing import *
T = TypeVar("T", default=int)
P = ParamSpec("P", default=[int, str])
Ts = TypeVarTuple("Ts", default=Unpack[tuple[int, str]])
print(T, T.__default__, T.has_default(), P.__default__, P.has_default(), Ts.__default__, Ts.has_default())
U = TypeVar("U")
print(U.__default__, U.has_default(), NoDefault, type(NoDefault))
class Box[K = str, **Q = [int]]:
    pass
class Box2[*V = *tuple[int, ...]]: pass
print(Box2.__type_params__[0].__default__)
print(Box.__type_params__, [p.__default__ for p in Box.__type_params__])
class A(Generic[T]):
    pass
print(A[str], A.__parameters__, A[()] if 0 else "")
class B(Generic[U, T]): pass
print(B[str], B[str, bytes])
try:
    B[()]
except TypeError as e: print(e)
try:
    B[1, 2, 3]
except TypeError as e: print(e)
try:
    class C(Generic[T, U]): pass
except TypeError as e: print(e)
class Arr(Generic[Unpack[Ts]]): pass
print(Arr[int, str], Arr[*tuple[int, ...]], Arr[*Ts], tuple[*Ts], Arr[()])
print(P.args, P.kwargs, P.args.__origin__ is P, repr(P.args), P.args == P.args)
def dec(f: Callable[P, U]) -> Callable[P, U]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> U: return f(*args, **kwargs)
    return inner
print(dec.__annotations__, dec(len).__annotations__)
print(tuple[*Ts][int, str], tuple[int, *Ts, str][bool, bool], tuple[*Ts].__args__)
print(Callable[[int, *Ts], None], Callable[Concatenate[int, P], str], Callable[P, int][[str]])
def f(*args: *Ts) -> tuple[*Ts]: return args
print(f.__annotations__)
def g[*Us, **R](*args: *Us, **kw: R.kwargs) -> tuple[*Us]: pass
print(g.__annotations__, g.__type_params__)
type Alias[T, *Vs = *tuple[()]] = dict[T, tuple[*Vs]]
print(Alias, Alias[int], Alias.__value__, Alias[int, str, bool].__value__, Alias.__type_params__)
print(Alias[int, str].__args__, Alias[int].__origin__)
print(Unpack[Ts], list(Ts), Unpack[tuple[int]], tuple[Unpack[tuple[int, str]]])
print(Union[T, None], Optional[U], T | None, "x" | U if 0 else U | str, Literal[1, "a", None])
try:
    TypeVar("X", int)
except TypeError as e: print(e)
try:
    TypeVar("X", int, str, bound=int)
except TypeError as e: print(e)
try:
    TypeVar("X", covariant=True, contravariant=True)
except ValueError as e: print(e)
X = TypeVar("X", bound="int", covariant=True)
print(X, X.__bound__, X.__covariant__, X.__constraints__)
