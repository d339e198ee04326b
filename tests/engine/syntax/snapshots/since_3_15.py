lazy import a, b.c as d
lazy from a.b import (c as d, e)
lazy = lazy
[*x for x in y]
{*x for x in y if z}
(*x for x in y)
f(*x for x in y)
{**x for x in y}
{**x if x else y for x in z for y in x}
{**(x if y else z), **w, 'a': 1}
[*x, *y]
match x:
    case +1 | -1 | +1 - 2j: pass
