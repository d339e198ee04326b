"""Fields of named tuples are descriptors that say what they are; properties of derived classes have a text each."""
from collections import namedtuple
import typing, inspect
P = namedtuple("P", "x y")
print(P.x, P.__dict__["y"], type(P.x), P(1,2).y, P.x.__doc__)
try: P(1,2).x = 3
except AttributeError as e: print(e)
class N(typing.NamedTuple):
    a: int = 1
print(N.a, N().a, inspect.isdatadescriptor(N.a))
try: del P(1,2).x
except AttributeError as e: print(e)
class P(property): pass
class Q(property):
    "q doc"
def f(self): "f doc"
print(P(f).__doc__, P(f, doc="x").__doc__, Q(f).__doc__, Q(f, doc="y").__doc__, property(f, doc="z").__doc__, P().__doc__, Q().__doc__)
